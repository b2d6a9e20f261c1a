using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Networks.Taobao;

/// <summary>TOP's signature in upper-case hex, over every name and value sorted by name. Values go in unencoded, empty ones not at all.</summary>
internal static class TaobaoSignature
{
    public const string Field = "sign";

    /// <summary>What the gateway calls the method; the name itself is signed.</summary>
    public static string NameOf(TaobaoSignMethod method) => method switch
    {
        TaobaoSignMethod.Hmac => "hmac",
        TaobaoSignMethod.HmacSha256 => "hmac-sha256",
        _ => "md5",
    };

    [SuppressMessage("Security", "CA5351", Justification = "The gateway defines its signatures so.")]
    public static string Sign(IEnumerable<KeyValuePair<string, string>> fields, string secret, TaobaoSignMethod method)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var text = Encoding.UTF8.GetBytes(Join(fields));
        return Convert.ToHexString(method switch
        {
            TaobaoSignMethod.Hmac => HMACMD5.HashData(key, text),
            TaobaoSignMethod.HmacSha256 => HMACSHA256.HashData(key, text),
            _ => MD5.HashData([.. key, .. text, .. key]),
        });
    }

    private static string Join(IEnumerable<KeyValuePair<string, string>> fields) => string.Concat(fields
        .Where(field => field.Key.Length > 0 && field.Key != Field && !string.IsNullOrEmpty(field.Value))
        .OrderBy(field => field.Key, StringComparer.Ordinal)
        .Select(field => field.Key + field.Value));
}
