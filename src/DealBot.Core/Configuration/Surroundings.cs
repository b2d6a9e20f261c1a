using DealBot.Core.Posting;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Configuration;

/// <summary>What the configuration is checked against: the same dictionaries and parsers that the run time uses.</summary>
public sealed record Surroundings
{
    /// <summary>Adapters by name; the function says whether an address is known to the adapter.</summary>
    public required IReadOnlyDictionary<string, Func<string, bool>> Adapters { get; init; }

    /// <summary>Whether markdown can be sent to an address of an adapter.</summary>
    public Func<string, string, bool> TakesMarkdown { get; init; } = (_, _) => true;

    /// <summary>Networks whose links can't be opened at an address of an adapter.</summary>
    public Func<string, string, IReadOnlyList<string>> BlockedNetworks { get; init; } = (_, _) => [];

    /// <summary>Account names by network.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyCollection<string>> NetworkAccounts { get; init; }

    /// <summary>General promotion positions of accounts that have one, as orders name them.</summary>
    public IReadOnlyDictionary<(string Network, string Account), string> GeneralPositions { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>Networks that can't be used now and whose accounts are not known: an owner who names one is not at fault.</summary>
    public IReadOnlySet<string> AbsentNetworks { get; init; } = new HashSet<string>();

    /// <summary>Reads a cron expression.</summary>
    public required ParseCron ParseCron { get; init; }

    /// <summary>How many minutes after its moment a slot is still worth posting.</summary>
    public int FreshMinutes { get; init; } = new PostingOptions().FreshMinutes;

    /// <summary>Whether a template of that name exists.</summary>
    public required Func<string, bool> TemplateExists { get; init; }
}
