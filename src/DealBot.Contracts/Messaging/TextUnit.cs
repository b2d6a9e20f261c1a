namespace DealBot.Contracts;

/// <summary>What a platform measures texts in.</summary>
public enum TextUnit
{
    /// <summary>Bytes of UTF-8: a Chinese character is 3, most emoji are 4 or more.</summary>
    Utf8Bytes,

    /// <summary>UTF-16 code units, as <see cref="string.Length"/> counts: a Chinese character is 1, most emoji are 2 or more.</summary>
    Utf16CodeUnits,
}
