using DealBot.Core.Configuration;

namespace DealBot.Core.Bot;

/// <summary>
/// Reads a message as a command: a word of the configuration, and what follows it. In a chat where people talk to each other a word must
/// stand apart from what follows, or “找到了” would be a search; whoever mentions the bot need not take that care.
/// </summary>
public static class BotCommandReader
{
    private static readonly char[] Separators = [':', '：', ',', '，', '、', '。', '!', '！', '?', '？', '-', '—', '~', '～'];

    private static readonly char[] Colons = [':', '：'];

    /// <summary>Whether a word is written in Latin letters.</summary>
    public static bool IsLatin(string word) => word.All(char.IsAscii) && word.Any(char.IsAsciiLetter);

    private static readonly IReadOnlyList<(BotVerb Verb, IReadOnlyList<string> Words)> Usual = AllOf(new BotWords());

    /// <summary>The words of every verb, in the order of the configuration. A usual English word that the owner gave another meaning has that one only: he may have had it before there was a usual one.</summary>
    public static IReadOnlyList<(BotVerb Verb, IReadOnlyList<string> Words)> WordsOf(BotWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var all = AllOf(words);
        var own = all.Where((said, verb) => !IsUsual(said, verb)).SelectMany(said => said.Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return own.Count == 0 ? all : [.. all.Select((said, verb) => IsUsual(said, verb) ? (said.Verb, [.. said.Words.Where(word => !IsLatin(word) || !own.Contains(word))]) : said)];

        static bool IsUsual((BotVerb Verb, IReadOnlyList<string> Words) said, int verb) => said.Words.SequenceEqual(Usual[verb].Words);
    }

    private static IReadOnlyList<(BotVerb Verb, IReadOnlyList<string> Words)> AllOf(BotWords words) =>
        [
            (BotVerb.Help, words.Help),
            (BotVerb.Find, words.Find),
            (BotVerb.Coupon, words.Coupon),
            (BotVerb.Digest, words.Digest),
            (BotVerb.Pause, words.Pause),
            (BotVerb.Resume, words.Resume),
            (BotVerb.Status, words.Status),
            (BotVerb.Skip, words.Skip),
            (BotVerb.Post, words.Post),
        ];

    /// <summary>Reads a message; null if it is none of the bot's business.</summary>
    public static BotCommand? Read(string text, BotWords words, bool isToBot)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Trim();

        // No English sentence begins so, and what does is said to the bot. A word of the owner's may, and so do emoticons: /发呆.
        var isSlashed = said.StartsWith('/');

        // The longest word first: 查券 is not 查 with 券 behind it.
        foreach (var (verb, word) in WordsOf(words).SelectMany(pair => pair.Words.Select(word => (pair.Verb, word))).OrderByDescending(pair => pair.word.Length))
        {
            var read = isSlashed && !word.StartsWith('/') ? said[1..] : said;
            if (read.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && Argument((verb, word), read[word.Length..], isToBot || (isSlashed && IsLatin(word))) is { } argument)
            {
                return new BotCommand(verb, argument);
            }
        }

        return null;
    }

    /// <summary>What follows the word; null if the message only happens to begin like it.</summary>
    private static string? Argument((BotVerb Verb, string Word) said, string rest, bool isToBot)
    {
        var isApart = IsApart(said.Word, rest, isToBot);
        var argument = rest.TrimStart().TrimStart(Separators).Trim();
        if (said.Verb is BotVerb.Find or BotVerb.Coupon or BotVerb.Post)
        {
            // A link can't be mistaken for how a sentence goes on.
            return isApart || (isToBot && !IsLatin(said.Word)) || argument.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? argument : null;
        }

        return said.Verb == BotVerb.Pause && argument.Length > 0
            ? (PauseLength.TryRead(argument, out _) || isApart ? argument : null)
            : argument.Length == 0 ? argument : null;
    }

    private static bool IsApart(string word, string rest, bool isToBot) => rest.Length == 0
        || (IsLatin(word) && !isToBot ? Colons.Contains(rest[0]) : char.IsWhiteSpace(rest[0]) || Separators.Contains(rest[0]));
}
