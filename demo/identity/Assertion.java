import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client's backend says to Vitrine of the person who is signed in there: a JWT, good once and for two minutes. Nothing but Java's
 * own library (17 and later). The token address of the page answers with {"token": "..."} for the person that its own session knows, and
 * with 401 where nobody is signed in.
 */
public final class Assertion {
    /** id: stable, no e-mail address. sites: their ids, as the service company keeps them. */
    public record Person(String id, String name, String role, List<String> sites) {}

    /** secret: base64url of 32 bytes. audience: server origin, /t/ and the tenant. */
    public record Key(String kid, String secret, String issuer, String audience) {}

    private static final long LIFE_S = 120;

    public static String mint(Person person, Key key) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\":\"HS256\",\"kid\":" + json(key.kid()) + ",\"typ\":\"vitrine-assertion+jwt\"}";
        String claims = "{\"iss\":" + json(key.issuer())
            + ",\"aud\":" + json(key.audience())
            + ",\"sub\":" + json(person.id())
            + ",\"iat\":" + now
            + ",\"exp\":" + (now + LIFE_S)
            + ",\"jti\":" + json(UUID.randomUUID().toString())
            + ",\"name\":" + json(person.name())
            + ",\"role\":" + json(person.role())
            + ",\"sites\":" + person.sites().stream().map(Assertion::json).collect(Collectors.joining(",", "[", "]"))
            + "}";
        String signed = base64url(utf8(header)) + "." + base64url(utf8(claims));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key.secret()), "HmacSHA256"));
        return signed + "." + base64url(mac.doFinal(utf8(signed)));
    }

    /** Java's own library has no JSON; use yours where you have one. */
    private static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\' || c < ' ') quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64url(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }

    /** To try it: java Assertion.java anna "Anna Orlova" employee pharmacy-12 */
    public static void main(String[] args) throws GeneralSecurityException {
        Person person = new Person(args[0], args[1], args[2], Arrays.asList(args).subList(3, args.length));
        Key key = new Key(env("KID"), env("SECRET"), env("ISSUER"), env("AUDIENCE"));
        System.out.println(mint(person, key));
    }

    private static String env(String part) {
        return System.getenv("VITRINE_" + part);
    }
}
