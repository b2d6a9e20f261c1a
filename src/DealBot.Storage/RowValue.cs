namespace DealBot.Storage;

/// <summary>
/// What a parameter or a column of a <see cref="RowCommand"/> holds: a whole number, text, or nothing. A struct, since orders come by the thousand with
/// thirty of these each, which as objects are most of what has to be collected.
/// </summary>
internal readonly record struct RowValue
{
    private readonly bool _isNumber;
    private readonly long _number;

    private RowValue(bool isNumber, long number, string? text) => (_isNumber, _number, Text) = (isNumber, number, text);

    /// <summary>The number; null if it is text or nothing.</summary>
    public long? Number => _isNumber ? _number : null;

    /// <summary>The text; null if it is a number or nothing.</summary>
    public string? Text { get; }

    public static implicit operator RowValue(long number) => new(true, number, null);

    public static implicit operator RowValue(long? number) => new(number.HasValue, number.GetValueOrDefault(), null);

    public static implicit operator RowValue(string? text) => new(false, 0, text);
}
