using System.Security.Cryptography;
using System.Text;
using DealBot.Contracts;

namespace DealBot.Core.Clicks;

/// <summary>
/// Makes redirect codes. A code is a keyed hash of post and deal: nobody without the key can guess one, and planning the same slot
/// again after a crash gives the same code.
/// </summary>
public sealed class LinkCodes(byte[] key)
{
    /// <summary>Letters and digits that can't be taken for one another when read aloud.</summary>
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>31^11 is about 2^54: guessing one of a million codes takes ten billion tries.</summary>
    public const int Length = 11;

    public string For(string postId, DealKey deal)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{postId}\n{deal}"));
        var number = new System.Numerics.BigInteger(hash, isUnsigned: true);
        var code = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            number = System.Numerics.BigInteger.DivRem(number, Alphabet.Length, out var digit);
            code[i] = Alphabet[(int)digit];
        }

        return new string(code);
    }

    /// <summary>Whether a text can be a code at all; anything else needs no look-up.</summary>
    public static bool IsWellFormed(string code) => code.Length == Length && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));
}
