using System.Globalization;
using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>A number of the settings and between which values it may lie.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Value">The number; null, where that is allowed, is never out of range.</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
internal readonly record struct OptionRange(string Path, int? Value, int Low, int High)
{
    /// <summary>The faults of those that are out of range.</summary>
    public static IEnumerable<OptionFault> Check(IEnumerable<OptionRange> ranges) => ranges
        .Where(range => range.Value < range.Low || range.Value > range.High)
        .Select(range => new OptionFault(
            range.Path,
            range.Value?.ToString(CultureInfo.InvariantCulture),
            new Phrase("数值不在范围内", "The number is out of range"),
            new Phrase($"填写 {range.Low} 到 {range.High}", $"Give {range.Low} to {range.High}")));
}
