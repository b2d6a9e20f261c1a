using System.Security.Cryptography;
using System.Text;

namespace DealBot.Core.Posting;

/// <summary>
/// Addresses of pictures for platforms that take none but fetch them. An address holds a keyed hash of the picture's name: only who was given it
/// can ask for the picture, and nothing but the name and the key is needed to know that it was given.
/// </summary>
public sealed class PictureLinks
{
    /// <summary>First part of the path.</summary>
    public const string Path = "/p/";

    private const int CodeBytes = 16;

    private readonly string _prefix;
    private readonly byte[] _key;

    /// <summary>Creates the links.</summary>
    /// <param name="baseUrl">Public address of the service.</param>
    /// <param name="key">Key of the instance; a key of its own is derived from it, so that no other code made with it opens a picture.</param>
    public PictureLinks(Uri baseUrl, byte[] key) =>
        (_prefix, _key) = (PublicLinks.Base(baseUrl) + Path, HMACSHA256.HashData(key, "pictures"u8));

    /// <summary>The address of a picture.</summary>
    /// <param name="name">Its name, as <see cref="PictureFiles"/> gave it.</param>
    public Uri For(string name) => new($"{_prefix}{CodeOf(name)}/{name}");

    /// <summary>Whether a code was given out for a picture.</summary>
    public bool Opens(string code, string name) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(CodeOf(name)));

    private string CodeOf(string name) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name)), 0, CodeBytes);
}
