using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>One fault of the configuration, said so that the reader can mend it without asking anybody.</summary>
/// <param name="File">File, or the environment variable, that holds the value.</param>
/// <param name="Path">JSON path, for example <c>$.groups[2].adapter</c>.</param>
/// <param name="Value">The value found; null if it is missing or a secret.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ConfigurationFault(string File, string Path, string? Value, Phrase Problem, Phrase Remedy)
{
    /// <summary>The fault on one line, in the reader's language.</summary>
    public string In(Language language)
    {
        var value = Value is null ? "" : language == Language.English ? $" (found: {Value})" : $"（现在是：{Value}）";
        var arrow = language == Language.English ? " → " : "。应为：";
        return $"{File} {Path}: {Problem.In(language)}{value}{arrow}{Remedy.In(language)}";
    }
}
