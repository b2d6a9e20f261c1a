using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Templating.Functions;

/// <summary>The hashes of <c>string</c>, over UTF-8, as lower-case hexadecimal.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The language offers SHA-1; it protects nothing here.")]
[SuppressMessage("Security", "CA5351", Justification = "The language offers MD5; it protects nothing here.")]
internal static class StringHashes
{
    public static void AddTo(FunctionTable table) => table
        .Add("md5", (string text) => Hex(MD5.HashData(Bytes(text))))
        .Add("sha1", (string text) => Hex(SHA1.HashData(Bytes(text))))
        .Add("sha256", (string text) => Hex(SHA256.HashData(Bytes(text))))
        .Add("sha512", (string text) => Hex(SHA512.HashData(Bytes(text))))
        .Add("hmac_sha1", (string text, string secretKey) => Hex(HMACSHA1.HashData(Bytes(secretKey), Bytes(text))))
        .Add("hmac_sha256", (string text, string secretKey) => Hex(HMACSHA256.HashData(Bytes(secretKey), Bytes(text))))
        .Add("hmac_sha512", (string text, string secretKey) => Hex(HMACSHA512.HashData(Bytes(secretKey), Bytes(text))));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
