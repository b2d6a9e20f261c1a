using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Networks.Vip;

/// <summary>
/// Vipshop's signature: HMAC-MD5 in upper-case hex over every system parameter's name and value, sorted by name, and the body as it is sent.
/// </summary>
internal static class VipSignature
{
    public const string Field = "sign";

    [SuppressMessage("Security", "CA5351", Justification = "The gateway accepts HMAC-MD5 only.")]
    public static string Sign(IEnumerable<KeyValuePair<string, string>> query, string body, string secret)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in query.Where(IsSigned).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

        return Convert.ToHexString(HMACMD5.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text.Append(body).ToString())));
    }

    private static bool IsSigned(KeyValuePair<string, string> field) => field.Key != Field && field.Value.Length > 0;
}
