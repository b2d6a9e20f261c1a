using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>TOP's signature in upper-case hex: the common one, or an HMAC over the same text with the secret as key.</summary>
internal static class TaobaoSignature
{
    /// <summary>What the gateway calls the method; the name itself is signed.</summary>
    public static string NameOf(TaobaoSignMethod method) => method switch
    {
        TaobaoSignMethod.Hmac => "hmac",
        TaobaoSignMethod.HmacSha256 => "hmac-sha256",
        _ => "md5",
    };

    [SuppressMessage("Security", "CA5351", Justification = "The gateway defines its signatures so.")]
    public static string Sign(IEnumerable<KeyValuePair<string, string>> fields, string secret, TaobaoSignMethod method) => method switch
    {
        TaobaoSignMethod.Hmac => Convert.ToHexString(HMACMD5.HashData(Encoding.UTF8.GetBytes(secret), Text(fields))),
        TaobaoSignMethod.HmacSha256 => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Text(fields))),
        _ => WireSignature.Sign(fields, secret),
    };

    private static byte[] Text(IEnumerable<KeyValuePair<string, string>> fields) => Encoding.UTF8.GetBytes(WireSignature.Join(fields));
}
