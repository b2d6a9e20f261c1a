using System.Globalization;
using System.Numerics;

namespace DealBot.Templating.Tests;

public sealed class PrintedNumberTests
{
    private static readonly object[] Numbers =
    [
        0, -1, 1023, 1024, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 0.1, 1e300, -2.5, double.NaN, double.NegativeInfinity,
        12.50m, -0.0001m, decimal.MaxValue, BigInteger.Pow(10, 40),
    ];

    [TestCase("")]
    [TestCase("de-DE")]
    [TestCase("zh-CN")]
    public void Numbers_are_written_as_their_culture_writes_them(string culture)
    {
        var format = CultureInfo.GetCultureInfo(culture);
        var options = new RenderOptions { Culture = format };

        foreach (var number in Numbers)
        {
            var expected = ((IFormattable)number).ToString(null, format);
            Assert.That(Rendered.Text("{{ n }}|{{ $'{n}' }}|{{ n + '' }}", new TemplateObject { ["n"] = number }, options), Is.EqualTo($"{expected}|{expected}|{expected}"));
        }
    }

    [Test]
    public void Symbols_of_any_length_are_written()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = new string('-', 3000);

        Assert.That(Rendered.Text("{{ -5 }}", options: new RenderOptions { Culture = culture }), Is.EqualTo(new string('-', 3000) + "5"));
    }

    [TestCase("2147483647 + 1", "2147483648")]
    [TestCase("-2147483648 - 1", "-2147483649")]
    [TestCase("2147483647 * 2147483647", "4611686014132420609")]
    [TestCase("9223372036854775807 + 1", "9223372036854775808")]
    [TestCase("9223372036854775807 * 2", "18446744073709551614")]
    [TestCase("7 // 2", "3")]
    [TestCase("-7 % 3", "-1")]
    [TestCase("7 / 2", "3.5")]
    [TestCase("3 < 3000000000", "true")]
    [TestCase("9223372036854775807 > 9223372036854775806", "true")]
    [TestCase("1 == 1.0", "true")]
    [TestCase("'a' + 1 == 'a1'", "true")]
    public void Small_and_large_numbers_reckon_alike(string code, string expected) =>
        Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));
}
