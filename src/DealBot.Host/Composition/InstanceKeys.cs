using System.Security.Cryptography;
using DealBot.Core.Configuration;

namespace DealBot.Host.Composition;

/// <summary>Keys that belong to one database: made at random once, kept in it, never shown.</summary>
public sealed record InstanceKeys(byte[] Links, byte[] Visitors)
{
    private const int KeyBytes = 32;

    /// <summary>The keys as the database and a hasty log line would write them.</summary>
    internal IEnumerable<string> Texts => [.. new[] { Links, Visitors }.SelectMany(key => new[] { Convert.ToBase64String(key), Convert.ToHexString(key), Convert.ToHexStringLower(key) })];

    public static async Task<InstanceKeys> LoadAsync(IStateStore state, CancellationToken cancellationToken) => new(
        await LoadAsync(state, "link_key", cancellationToken),
        await LoadAsync(state, "visitor_key", cancellationToken));

    private static async Task<byte[]> LoadAsync(IStateStore state, string name, CancellationToken cancellationToken)
    {
        if (await state.GetAsync(name, cancellationToken) is { } known)
        {
            return Convert.FromBase64String(known);
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        await state.SetAsync(name, Convert.ToBase64String(key), cancellationToken);
        return key;
    }

    /// <inheritdoc />
    public override string ToString() => $"{nameof(InstanceKeys)} {{ *** }}";
}
