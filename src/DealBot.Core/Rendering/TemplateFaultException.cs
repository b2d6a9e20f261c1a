using DealBot.Contracts;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>A template is missing, does not parse, or failed while rendering. Nothing was produced.</summary>
public sealed class TemplateFaultException(Phrase reason) : Exception(reason.En)
{
    /// <summary>File, line, column and what is wrong.</summary>
    public Phrase Reason { get; } = reason;

    /// <summary>Every place at fault, for those who can show it; empty when the fault has no place in a template.</summary>
    public IReadOnlyList<TemplateMessage> Places { get; init; } = [];

    /// <summary>Where the template that holds the <see cref="Places"/> was included; null when it was not.</summary>
    public TemplateMessage? IncludedAt { get; init; }
}
