namespace DealBot.Templating.Runtime;

/// <summary>How writing a member ended.</summary>
internal enum SetOutcome
{
    Done,
    ReadOnly,
    Unsupported,
}
