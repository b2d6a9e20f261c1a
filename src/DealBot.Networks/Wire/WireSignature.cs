using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Networks.Wire;

/// <summary>
/// The signature of JD, Pinduoduo and Taobao: MD5 in upper-case hex over secret, every name and value sorted by name, secret. Values go in unencoded.
/// </summary>
internal static class WireSignature
{
    public const string Field = "sign";

    [SuppressMessage("Security", "CA5351", Justification = "The gateways accept MD5 only.")]
    public static string Sign(IEnumerable<KeyValuePair<string, string>> fields, string secret) =>
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(secret + Join(fields) + secret)));

    /// <summary>What is signed: names and values sorted by name, without those that are empty.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields.Where(IsSigned).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

        return text.ToString();
    }

    private static bool IsSigned(KeyValuePair<string, string> field) =>
        field.Key.Length > 0 && field.Key != Field && !string.IsNullOrEmpty(field.Value);
}
