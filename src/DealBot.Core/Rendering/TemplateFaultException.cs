using DealBot.Contracts;

namespace DealBot.Core.Rendering;

/// <summary>A template is missing, does not parse, or failed while rendering. Nothing was produced.</summary>
public sealed class TemplateFaultException(Phrase reason) : Exception(reason.En)
{
    /// <summary>File, line, column and what is wrong.</summary>
    public Phrase Reason { get; } = reason;
}
