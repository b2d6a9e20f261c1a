using System.Text.Json;
using DealBot.Core.Configuration;

namespace DealBot.Host.Rehearsal;

/// <summary>
/// What the owners' files refer to and the simulators must therefore offer: addresses of adapters, network accounts, and which accounts trace orders by
/// position. Read loosely: what is wrong with the files is said by the loader, with place and remedy.
/// </summary>
internal sealed record Channels(
    ILookup<string, string> Addresses, IReadOnlySet<string> CommandedAdapters, ILookup<string, string> NetworkAccounts, ILookup<string, string> PositionAccounts)
{
    /// <summary>Whether groups, digests or commanders name the adapter.</summary>
    public bool Name(string adapter) => Addresses.Contains(adapter) || CommandedAdapters.Contains(adapter);

    /// <summary>The addresses of an adapter, sorted.</summary>
    public IReadOnlyList<string> Of(string adapter) => [.. Addresses[adapter]];

    /// <summary>The accounts of a network, sorted.</summary>
    public IReadOnlyList<string> AccountsOf(string network) => [.. NetworkAccounts[network]];

    /// <summary>The accounts of a network all of whose groups have a position of their own.</summary>
    public IReadOnlySet<string> PositionAccountsOf(string network) => PositionAccounts[network].ToHashSet();

    public static Channels Read(string directory)
    {
        var groups = Items(directory, GroupsFile.Name, "groups");
        var owners = Items(directory, OwnersFile.Name, "owners");
        var addresses = groups.Concat(owners.Select(owner => Member(owner, "digest")).OfType<JsonElement>())
            .Select(channel => (Adapter: Text(channel, "adapter") ?? "", Address: Text(channel, "address") ?? ""))
            .Where(channel => channel.Address.Length > 0)
            .Distinct()
            .OrderBy(channel => channel.Address, StringComparer.Ordinal);
        var accounts = owners
            .SelectMany(owner => Member(owner, "networkAccounts") is { ValueKind: JsonValueKind.Object } networks
                ? networks.EnumerateObject().Where(network => network.Value.ValueKind == JsonValueKind.String).Select(network => (Owner: Text(owner, "id"), Network: network.Name, Account: network.Value.GetString()!))
                : [])
            .ToList();
        var withoutPosition = groups.Where(group => Member(group, "positions") is not { } positions || Text(positions, "jd") is null).Select(group => Text(group, "owner")).ToHashSet();
        return new Channels(
            addresses.ToLookup(channel => channel.Adapter, channel => channel.Address),
            owners.SelectMany(owner => Member(owner, "commanders") is { ValueKind: JsonValueKind.Object } by ? by.EnumerateObject().Select(one => one.Name) : []).ToHashSet(),
            accounts.Select(one => (one.Network, one.Account)).Distinct().OrderBy(one => one.Account, StringComparer.Ordinal).ToLookup(one => one.Network, one => one.Account),
            accounts.GroupBy(one => (one.Network, one.Account)).Where(holders => holders.All(one => !withoutPosition.Contains(one.Owner))).ToLookup(holders => holders.Key.Network, holders => holders.Key.Account));
    }

    private static List<JsonElement> Items(string directory, string file, string list)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, file)), ConfigurationJson.Document);
            return Member(document.RootElement, list) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(item => item.Clone())] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
