using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DealBot.Adapters.WeComTask.Callbacks;

/// <summary>
/// The signature and encryption of WeCom's callbacks (path/101033): SHA-1 over the sorted parts, and AES-256-CBC over 16 random bytes, the
/// length, the message and the receiver's id, filled up to a multiple of 32.
/// </summary>
internal sealed class WeComCallbackCrypto(string token, byte[] key, string receiveId)
{
    private const int KeyCharacters = 43;
    private const int InitialBytes = 16;
    private const int RandomBytes = 16;
    private const int HeadBytes = RandomBytes + sizeof(uint);
    private const int Block = 32;

    /// <summary>The 32 bytes of an EncodingAESKey; null if it is none.</summary>
    public static byte[]? KeyOf(string encodingAesKey)
    {
        var key = new byte[Block];
        return encodingAesKey.Length == KeyCharacters && Convert.TryFromBase64String(encodingAesKey + "=", key, out var length) && length == Block ? key : null;
    }

    /// <summary>Whether the signature is that of these parts. Takes as long for a signature that is nearly right.</summary>
    public bool IsSigned(string signature, string timestamp, string nonce, string encrypted) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(timestamp, nonce, encrypted)), Encoding.ASCII.GetBytes(signature));

    /// <summary>The message; null if it was not encrypted with the key, or not for the receiver. To be asked only after the signature.</summary>
    public string? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var length) || length == 0 || length % InitialBytes != 0)
            return null;

        using var aes = Aes.Create();
        aes.Key = key;
        // The filling is up to 32 bytes: more than PKCS#7 of AES allows, which .NET refuses.
        var padded = aes.DecryptCbc(cipher.AsSpan(0, length), key.AsSpan(0, InitialBytes), PaddingMode.None);
        return Unpack(padded);
    }

    [SuppressMessage("Security", "CA5350", Justification = "WeCom signs with SHA-1.")]
    private string Sign(string timestamp, string nonce, string encrypted)
    {
        string[] parts = [token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }

    private string? Unpack(ReadOnlySpan<byte> padded)
    {
        var filling = padded[^1];
        if (filling is 0 or > Block || filling > padded.Length || padded[^filling..].ContainsAnyExcept(filling))
            return null;

        var plain = padded[..^filling];
        if (plain.Length < HeadBytes)
            return null;

        var length = BinaryPrimitives.ReadUInt32BigEndian(plain[RandomBytes..]);
        if (length > plain.Length - HeadBytes)
            return null;

        var message = plain.Slice(HeadBytes, (int)length);
        return plain[(HeadBytes + (int)length)..].SequenceEqual(Encoding.UTF8.GetBytes(receiveId)) ? Encoding.UTF8.GetString(message) : null;
    }
}
