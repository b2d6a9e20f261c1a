namespace DealBot.Host.Rehearsal;

/// <summary>What is to be rehearsed.</summary>
/// <param name="Date">The first day, in China.</param>
/// <param name="Days">How many days.</param>
/// <param name="Folder">Where to leave what came of it.</param>
/// <param name="Seed">The same seed gives the same day.</param>
/// <param name="ConfigDirectory">The owners' files.</param>
/// <param name="TemplateDirectory">The templates.</param>
public sealed record RehearsalRequest(DateOnly Date, int Days, string Folder, int Seed, string ConfigDirectory, string TemplateDirectory)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public DateTimeOffset Start => new(Date.ToDateTime(TimeOnly.MinValue), China);

    public DateTimeOffset End => Start.AddDays(Days);
}
