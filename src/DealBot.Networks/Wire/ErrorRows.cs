namespace DealBot.Networks.Wire;

/// <summary>Rows of a network's table of codes.</summary>
internal static class ErrorRows
{
    /// <inheritdoc cref="WireError.Hard" />
    public static (string Code, WireError Error) Hard(string code, string zh, string en, string? field = null) => (code, WireError.Hard(zh, en, field));

    /// <inheritdoc cref="WireError.Account" />
    public static (string Code, WireError Error) Account(string code, string zh, string en, string? field = null) => (code, WireError.Account(zh, en, field));

    /// <inheritdoc cref="WireError.Later" />
    public static (string Code, WireError Error) Later(string code, string zh, string en) => (code, WireError.Later(zh, en));

    /// <inheritdoc cref="WireError.ItemLater" />
    public static (string Code, WireError Error) ItemLater(string code, string zh, string en) => (code, WireError.ItemLater(zh, en));

    /// <inheritdoc cref="WireError.Soon" />
    public static (string Code, WireError Error) Soon(string code, string zh, string en) => (code, WireError.Soon(zh, en));

    /// <inheritdoc cref="WireError.TooOften" />
    public static (string Code, WireError Error) TooOften(string code, string zh, string en) => (code, WireError.TooOften(zh, en));

    /// <summary>The same for several codes; the row's own code does not count.</summary>
    public static IEnumerable<(string Code, WireError Error)> Same(IEnumerable<string> codes, (string Code, WireError Error) row) =>
        codes.Select(code => (code, row.Error));
}
