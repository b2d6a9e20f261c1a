using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Templating.Functions;

/// <remarks>Hashes over the text's bytes in UTF-8, as small hexadecimal digits.</remarks>
internal static partial class StringFunctions
{
    private static void AddHashing(FunctionTable table) => table
        .Add("md5", Md5)
        .Add("sha1", Sha1)
        .Add("sha256", Sha256)
        .Add("sha512", Sha512)
        .Add("hmac_sha1", HmacSha1)
        .Add("hmac_sha256", HmacSha256)
        .Add("hmac_sha512", HmacSha512);

    /// <summary>The MD5 hash of a text.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "kettle" | string.md5 }}</c> gives <c>a442b5469d33091d0d022b38181dd88f</c></example>
    [SuppressMessage("Security", "CA5351", Justification = "The language offers MD5; it protects nothing here.")]
    private static string Md5(string text) => Hex(MD5.HashData(Bytes(text)));

    /// <summary>The SHA-1 hash of a text.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "kettle" | string.sha1 }}</c> gives <c>95188fa66e3440610930f718e30ddeeebc41b4d7</c></example>
    [SuppressMessage("Security", "CA5350", Justification = "The language offers SHA-1; it protects nothing here.")]
    private static string Sha1(string text) => Hex(SHA1.HashData(Bytes(text)));

    /// <summary>The SHA-256 hash of a text.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "kettle" | string.sha256 }}</c> gives <c>20cd4732ae60507a2e2e01ae3ca7a75cc3c0d5a4e98f9a69689e1f31df74493e</c></example>
    private static string Sha256(string text) => Hex(SHA256.HashData(Bytes(text)));

    /// <summary>The SHA-512 hash of a text.</summary>
    /// <param name="text">The text.</param>
    /// <example><c>{{ "kettle" | string.sha512 | string.slice 0 32 }}</c> gives <c>7c264be1cacf18d5c5fa87aa99d7d810</c></example>
    private static string Sha512(string text) => Hex(SHA512.HashData(Bytes(text)));

    /// <summary>The SHA-1 message authentication code of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secretKey">The key, whose bytes in UTF-8 are used.</param>
    /// <example><c>{{ "kettle" | string.hmac_sha1 "key" }}</c> gives <c>6203ec9fe0d64d1142684c62b5e0267462c3f808</c></example>
    [SuppressMessage("Security", "CA5350", Justification = "The language offers SHA-1; it protects nothing here.")]
    private static string HmacSha1(string text, string secretKey) => Hex(HMACSHA1.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The SHA-256 message authentication code of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secretKey">The key, whose bytes in UTF-8 are used.</param>
    /// <example><c>{{ "kettle" | string.hmac_sha256 "key" }}</c> gives <c>49673abc864e76c93f7d1f8c8314ab6cef06e9ed5027c9527f52d393b326e99d</c></example>
    private static string HmacSha256(string text, string secretKey) => Hex(HMACSHA256.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The SHA-512 message authentication code of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secretKey">The key, whose bytes in UTF-8 are used.</param>
    /// <example><c>{{ "kettle" | string.hmac_sha512 "key" | string.slice 0 32 }}</c> gives <c>4327f978761da73b7d9056c56c377159</c></example>
    private static string HmacSha512(string text, string secretKey) => Hex(HMACSHA512.HashData(Bytes(secretKey), Bytes(text)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
