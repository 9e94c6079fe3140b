import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metresBetween, placeOn, roadTo } from '../../demo/company/road.ts';
import { CLIENTS } from '../../demo/clients/all-clients.ts';

const SITES = CLIENTS.flatMap(({ sites }) => sites);
const KMH = 3600;
const EVERY_MS = 3_000;

test('a trip never implies more than city speed, whatever the site', () => {
  for (const site of SITES) {
    const road = roadTo(site, `seed:${site.id}`);
    for (let at = 0; at < road.ms; at += EVERY_MS) {
      const speed = (metresBetween(placeOn(road, at), placeOn(road, at + EVERY_MS)) / EVERY_MS) * KMH;
      assert.ok(speed <= 38.5, `${site.id} at ${at} ms: ${speed} km/h`);
    }
  }
});

test('a trip ends exactly at the site, and starts near enough to last a few minutes', () => {
  for (const site of SITES) {
    const road = roadTo(site, `seed:${site.id}`);
    const { latitude, longitude } = placeOn(road, road.ms + 1);
    assert.deepEqual({ latitude, longitude }, { latitude: site.latitude, longitude: site.longitude });
    const metres = metresBetween(road.start, site);
    assert.ok(metres >= 790 && metres <= 960, `${metres} m`);
    assert.ok(road.ms > 80_000 && road.ms < 170_000, `${road.ms} ms`);
  }
});

test('a trip of the same seed is the same trip, so that it goes on after a restart', () => {
  const [site] = SITES;
  assert.ok(site);
  assert.deepEqual(roadTo(site, 'a'), roadTo(site, 'a'));
  assert.notDeepEqual(roadTo(site, 'a').start, roadTo(site, 'b').start);
});

test('places on the road are integers, as the API wants them', () => {
  const road = roadTo(SITES[0]!, 'integers');
  for (let at = 0; at <= road.ms; at += 1_234) {
    const { latitude, longitude } = placeOn(road, at);
    assert.ok(Number.isInteger(latitude) && Number.isInteger(longitude));
  }
});
