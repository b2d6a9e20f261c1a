using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>What one validator sees: the bound configuration, what is around it, and where to put faults.</summary>
internal sealed class ValidationScope(DealBotConfiguration configuration, Surroundings surroundings, ICollection<ConfigurationFault> faults)
{
    public DealBotConfiguration Configuration => configuration;

    public Surroundings Surroundings => surroundings;

    public void Report(string file, string path, string? value, Phrase problem, Phrase remedy) =>
        faults.Add(new ConfigurationFault(file, path, value, problem, remedy));

    /// <summary>Reports a name that is not among the known ones, with the nearest as a guess.</summary>
    public void ReportUnknown(string file, string path, string value, Phrase what, IReadOnlyCollection<string> known)
    {
        var nearest = EditDistance.Nearest(value, known);
        var all = known.Count == 0 ? "-" : string.Join(", ", known.Order(StringComparer.Ordinal).Take(20));
        Report(
            file,
            path,
            value,
            what,
            nearest is null
                ? new Phrase($"以下之一：{all}", $"one of {all}")
                : new Phrase($"{nearest}（是不是拼错了？）；可用的有：{all}", $"{nearest} (misspelt?); known: {all}"));
    }
}
