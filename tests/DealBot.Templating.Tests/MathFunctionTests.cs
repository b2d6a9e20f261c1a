namespace DealBot.Templating.Tests;

public sealed class MathFunctionTests
{
    [TestCase("-3 | math.abs", "3")]
    [TestCase("-1.5 | math.abs", "1.5")]
    [TestCase("-2.50m | math.abs", "2.50")]
    [TestCase("4.2 | math.ceil", "5")]
    [TestCase("4.8 | math.floor", "4")]
    [TestCase("4.6 | math.round", "5")]
    [TestCase("4.5612 | math.round 2", "4.56")]
    [TestCase("price | math.round 1", "12.5")]
    [TestCase("8 | math.divided_by 3", "2")]
    [TestCase("8.4 | math.divided_by 2", "4")]
    [TestCase("9 | math.divided_by 2.0", "4.5")]
    [TestCase("5 | math.minus 2", "3")]
    [TestCase("5 | math.plus 2", "7")]
    [TestCase("5 | math.times 2", "10")]
    [TestCase("5 | math.modulo 3", "2")]
    [TestCase("'5' | math.plus '2'", "52")]
    [TestCase("255 | math.format 'X4'", "00FF")]
    [TestCase("1234.5 | math.format 'N2'", "1,234.50")]
    [TestCase("price | math.format '0.0'", "12.5")]
    [TestCase("1234.5 | math.format 'N1' 'de-DE'", "1.234,5")]
    [TestCase("1 | math.is_number", "true")]
    [TestCase("('-1.5' | string.to_float) | math.abs", "1.5")]
    [TestCase("('1.5' | string.to_float) | object.kind", "float")]
    [TestCase("('1.5' | string.to_float) | object.to_json", "1.5")]
    [TestCase("('255' | string.to_float) | math.format 'X'", "FF")]
    [TestCase("null | math.is_number", "false")]
    [TestCase("[null | math.round, null | math.ceil, null | math.floor, null | math.abs]", "[0, 0, 0, null]")]
    [TestCase("price | math.round 2", "12.5")]
    [TestCase("2.345m | math.round 2", "2.34")]
    [TestCase("2.355m | math.round 2", "2.36")]
    [TestCase("-2.5 | math.round", "-2")]
    [TestCase("100.00m | math.round 2", "100")]
    [TestCase("'4.6' | math.round", "5")]
    [TestCase("7 | math.floor | object.kind", "double")]
    [TestCase("7.5m | math.floor | object.kind", "decimal")]
    [TestCase("-2147483648 | math.abs", "2147483648")]
    [TestCase("-99999999999999999999 | math.abs", "99999999999999999999")]
    [TestCase("7 | math.divided_by 2 | object.kind", "int")]
    [TestCase("-7 | math.divided_by 2", "-4")]
    [TestCase("7.9m | math.divided_by 2", "3")]
    [TestCase("null | math.divided_by 2", "0")]
    [TestCase("9000000000000000000 | math.divided_by 1 | object.kind", "long")]
    [TestCase("'3' | math.times 2", "33")]
    [TestCase("null | math.plus 1", "")]
    [TestCase("null | math.format 'N2'", "")]
    [TestCase("255.0 | math.format 'x'", "ff")]
    [TestCase("0.256 | math.format 'P0'", "26 %")]
    [TestCase("1234567 | math.format '#,0'", "1,234,567")]
    [TestCase("7 | math.format format: 'D3'", "007")]
    [TestCase("math.random min_value: 4 max_value: 4", "4")]
    [TestCase("'1' | math.is_number", "false")]
    public void Math(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void Chance_comes_from_the_options()
    {
        var options = new RenderOptions { Random = () => 0.5 };

        Assert.That(Rendered.Text("{{ math.random 1 10 }} {{ math.uuid }}", options: options), Is.EqualTo("5 80808080-8080-4080-8080-808080808080"));
    }

    [TestCase("{{ math.random 3 2 }}", "must not be greater than")]
    [TestCase("{{ 'x' | math.abs }}", "The value `x` is not a number")]
    [TestCase("{{ 1 | math.format 'N' 'no-such-culture-at-all' }}", "is not a culture")]
    public void Says_what_does_not_fit(string template, string expected) => Assert.That(Rendered.Error(template), Does.Contain(expected));
}
