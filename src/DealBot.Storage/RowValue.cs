namespace DealBot.Storage;

/// <summary>
/// What a parameter or a column of a <see cref="RowCommand"/> holds: a whole number, text, or nothing. A struct, since orders come by the thousand with
/// thirty of these each, which as objects are most of what has to be collected.
/// </summary>
internal readonly record struct RowValue
{
    private RowValue(long? number, string? text) => (Number, Text) = (number, text);

    /// <summary>The number; null if it is text or nothing.</summary>
    public long? Number { get; }

    /// <summary>The text; null if it is a number or nothing.</summary>
    public string? Text { get; }

    public static implicit operator RowValue(long number) => new(number, null);

    public static implicit operator RowValue(long? number) => new(number, null);

    public static implicit operator RowValue(string? text) => new(null, text);
}
