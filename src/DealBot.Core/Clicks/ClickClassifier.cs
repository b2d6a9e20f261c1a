using System.Collections.Concurrent;

namespace DealBot.Core.Clicks;

/// <summary>Tells people from machines, request by request. What no rule holds for counts as a person.</summary>
public sealed class ClickClassifier
{
    private const int MostAgents = 10_000;

    private readonly IReadOnlyList<ClickRule> _rules;
    private readonly ConcurrentDictionary<string, UserAgentRule?> _agents = new(StringComparer.Ordinal);

    public ClickClassifier(ClickOptions options)
    {
        var own = AddressRanges.Parse(options.OwnNetworks);
        var bots = AddressRanges.Parse(options.BotNetworks);
        _rules =
        [
            new("head", ClickKind.Head, request => string.Equals(request.Method, "HEAD", StringComparison.OrdinalIgnoreCase)),
            new("prefetch", ClickKind.Preview, request => IsAhead(request.Purpose)),
            new("own_device", ClickKind.Own, request => request.IsOwnDevice),
            new("own_network", ClickKind.Own, request => own.Contain(request.Address)),
            new("bot_network", ClickKind.Bot, request => bots.Contain(request.Address)),
        ];
    }

    /// <summary>What the request is, and the name of the rule that says so; empty for a person.</summary>
    public (ClickKind Kind, string Rule) Classify(in ClickRequest request)
    {
        foreach (var rule in _rules)
        {
            if (rule.Matches(request))
            {
                return (rule.Kind, rule.Name);
            }
        }

        return OfAgent(request.UserAgent) is { } agent ? (agent.Kind, agent.Name) : (ClickKind.Person, "");
    }

    /// <summary>Whether a browser fetches what nobody has asked for yet. Chromium and Firefox say prefetch, older Safari and Opera preview, old Chrome instant.</summary>
    private static bool IsAhead(string? purpose) => purpose is not null
        && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)
            || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)
            || purpose.Contains("instant", StringComparison.OrdinalIgnoreCase));

    private UserAgentRule? OfAgent(string agent)
    {
        if (_agents.TryGetValue(agent, out var known))
        {
            return known;
        }

        var rule = UserAgentRules.All.FirstOrDefault(rule => rule.Matches(agent));
        if (agent.Length > UserAgentRules.LongestRemembered)
        {
            return rule;
        }

        if (_agents.Count >= MostAgents)
        {
            _agents.Clear();
        }

        _agents[agent] = rule;
        return rule;
    }
}
