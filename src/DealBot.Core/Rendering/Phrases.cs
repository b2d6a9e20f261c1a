using DealBot.Contracts;

namespace DealBot.Core.Rendering;

/// <summary>Makes phrases.</summary>
internal static class Phrases
{
    /// <summary>What is said alike in both languages: a number, a title, a link.</summary>
    public static Phrase Same(string text) => new(text, text);
}
