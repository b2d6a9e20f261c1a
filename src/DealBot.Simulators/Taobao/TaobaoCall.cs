using System.Globalization;

namespace DealBot.Simulators.Taobao;

/// <summary>A call that passed the gateway.</summary>
/// <param name="Account">Who calls.</param>
/// <param name="Method">The API method.</param>
/// <param name="Parameters">Everything that was sent.</param>
/// <param name="Now">The moment of the call.</param>
/// <param name="Base">The simulator's own address.</param>
internal sealed record TaobaoCall(TaobaoSimAccount Account, string Method, IReadOnlyDictionary<string, string> Parameters, DateTimeOffset Now, Uri Base)
{
    /// <summary>A parameter; null if it is absent or empty.</summary>
    public string? Text(string name) => Parameters.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="TaobaoRefusedException">It is none, or out of range.</exception>
    public int Number(string name, int usual, int least, int most) => Text(name) switch
    {
        null => usual,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        _ => throw TaobaoRefusedException.BadParameter($"{name} 取值范围 {least}-{most}"),
    };

    /// <summary>A parameter that must be there.</summary>
    /// <exception cref="TaobaoRefusedException">It is not.</exception>
    public string Required(string name) => Text(name) ?? throw new TaobaoRefusedException(40, $"Missing Required Arguments:{name}");
}
