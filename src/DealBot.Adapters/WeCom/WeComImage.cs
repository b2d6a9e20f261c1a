using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace DealBot.Adapters.WeCom;

/// <summary>A picture: its bytes, which go out as base64, and their MD5 in lower-case hexadecimal.</summary>
internal sealed record WeComImage(ReadOnlyMemory<byte> Base64, string Md5)
{
    [SuppressMessage("Security", "CA5351", Justification = "WeCom asks for MD5, as a checksum.")]
    public static WeComImage From(ReadOnlyMemory<byte> bytes) => new(bytes, Convert.ToHexStringLower(MD5.HashData(bytes.Span)));
}
