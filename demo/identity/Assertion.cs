using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

/// <summary>
/// What a client's backend says to Vitrine of the person who is signed in there: a JWT, good once and for two minutes. Nothing but the
/// standard library of .NET. The token address of the page answers with {"token": "..."} for the person that its own session knows, and
/// with 401 where nobody is signed in.
/// </summary>
public static class Assertion
{
    const int LifeSeconds = 120;

    /// <param name="id">Stable, and no e-mail address.</param>
    /// <param name="sites">Their ids, as the service company keeps them.</param>
    /// <param name="secret">base64url of 32 bytes.</param>
    /// <param name="audience">Server origin, /t/ and the tenant.</param>
    public static string Mint(
        string id, string name, string role, IEnumerable<string> sites,
        string kid, string secret, string issuer, string audience)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string header = "{\"alg\":\"HS256\",\"kid\":" + Json(kid) + ",\"typ\":\"vitrine-assertion+jwt\"}";
        string claims = "{\"iss\":" + Json(issuer)
            + ",\"aud\":" + Json(audience)
            + ",\"sub\":" + Json(id)
            + ",\"iat\":" + now
            + ",\"exp\":" + (now + LifeSeconds)
            + ",\"jti\":" + Json(Guid.NewGuid().ToString())
            + ",\"name\":" + Json(name)
            + ",\"role\":" + Json(role)
            + ",\"sites\":[" + string.Join(",", sites.Select(Json)) + "]}";
        string signed = Base64Url(Encoding.UTF8.GetBytes(header)) + "." + Base64Url(Encoding.UTF8.GetBytes(claims));
        using (var hmac = new HMACSHA256(FromBase64Url(secret)))
            return signed + "." + Base64Url(hmac.ComputeHash(Encoding.UTF8.GetBytes(signed)));
    }

    /// <summary>By hand, so that it compiles on .NET Framework and Mono too; System.Text.Json where you have it.</summary>
    static string Json(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
            quoted.Append(c == '"' || c == '\\' || c < ' ' ? "\\u" + ((int)c).ToString("x4") : c.ToString());
        return quoted.Append('"').ToString();
    }

    static string Base64Url(byte[] data)
    {
        return Convert.ToBase64String(data).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    static byte[] FromBase64Url(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
    }

    /// <summary>To try it: Assertion.exe anna "Anna Orlova" employee pharmacy-12</summary>
    public static void Main(string[] args)
    {
        Func<string, string> env = part => Environment.GetEnvironmentVariable("VITRINE_" + part);
        Console.WriteLine(Mint(args[0], args[1], args[2], args.Skip(3), env("KID"), env("SECRET"), env("ISSUER"), env("AUDIENCE")));
    }
}
