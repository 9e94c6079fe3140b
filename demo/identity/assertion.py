"""What a client's backend says to Vitrine of the person who is signed in there: a JWT, good once and for two minutes.

Nothing but Python's own library (3.8 and later). The token address of the page, in any framework, answers with
{"token": mint_assertion(...)} for the person that its own session knows, and with 401 where nobody is signed in.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
import uuid

LIFE_S = 120


def mint_assertion(person, key):
    """person: id (stable, no e-mail address), name, role, sites (their ids). key: kid, secret, issuer, audience."""
    now = int(time.time())
    header = {"alg": "HS256", "kid": key["kid"], "typ": "vitrine-assertion+jwt"}
    claims = {
        "iss": key["issuer"],
        "aud": key["audience"],
        "sub": person["id"],
        "iat": now,
        "exp": now + LIFE_S,
        "jti": str(uuid.uuid4()),
        "name": person["name"],
        "role": person["role"],
        "sites": person["sites"],
    }
    signed = base64url(json.dumps(header).encode()) + "." + base64url(json.dumps(claims).encode())
    secret = base64.urlsafe_b64decode(key["secret"] + "=" * (-len(key["secret"]) % 4))
    return signed + "." + base64url(hmac.new(secret, signed.encode(), hashlib.sha256).digest())


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


# To try it: python3 assertion.py anna "Anna Orlova" employee pharmacy-12
if __name__ == "__main__":
    _, person_id, name, role, *sites = sys.argv
    env = {part: os.environ["VITRINE_" + part.upper()] for part in ("kid", "secret", "issuer", "audience")}
    print(mint_assertion({"id": person_id, "name": name, "role": role, "sites": sites}, env))
