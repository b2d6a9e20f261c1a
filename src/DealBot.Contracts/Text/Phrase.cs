namespace DealBot.Contracts;

/// <summary>One thing said to a person, in both languages. Holds no secret: phrases go to logs, digests and the database.</summary>
/// <param name="Zh">Chinese text.</param>
/// <param name="En">English text.</param>
public sealed record Phrase(string Zh, string En)
{
    /// <summary>The text in the reader's language.</summary>
    public string In(Language language) => language == Language.English ? En : Zh;

    /// <summary>The Chinese text, the default language of users.</summary>
    public override string ToString() => Zh;
}
