<?php

/*
 * What a client's backend says to Vitrine of the person who is signed in there: a JWT, good once and for two minutes.
 * Nothing but PHP itself (7.4 and later). The token address of the page answers with json_encode(['token' => mintAssertion(...)])
 * for the person that its own session knows, and with 401 where nobody is signed in.
 */

declare(strict_types=1);

const LIFE_S = 120;

/**
 * @param array{id: string, name: string, role: string, sites: list<string>} $person id: stable, no e-mail address; sites: their ids
 * @param array{kid: string, secret: string, issuer: string, audience: string} $key
 */
function mintAssertion(array $person, array $key): string
{
    $now = time();
    $header = ['alg' => 'HS256', 'kid' => $key['kid'], 'typ' => 'vitrine-assertion+jwt'];
    $claims = [
        'iss' => $key['issuer'],
        'aud' => $key['audience'],
        'sub' => $person['id'],
        'iat' => $now,
        'exp' => $now + LIFE_S,
        'jti' => bin2hex(random_bytes(16)),
        'name' => $person['name'],
        'role' => $person['role'],
        'sites' => array_values($person['sites']),
    ];
    $signed = base64url(json_encode($header, JSON_THROW_ON_ERROR)) . '.' . base64url(json_encode($claims, JSON_THROW_ON_ERROR));
    $secret = base64_decode(strtr($key['secret'], '-_', '+/'), true);
    return $signed . '.' . base64url(hash_hmac('sha256', $signed, $secret, true));
}

function base64url(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

// To try it: php assertion.php anna "Anna Orlova" employee pharmacy-12
if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    [, $id, $name, $role] = $argv;
    $person = ['id' => $id, 'name' => $name, 'role' => $role, 'sites' => array_slice($argv, 4)];
    $key = [];
    foreach (['kid', 'secret', 'issuer', 'audience'] as $part) {
        $key[$part] = (string) getenv('VITRINE_' . strtoupper($part));
    }
    echo mintAssertion($person, $key), "\n";
}
