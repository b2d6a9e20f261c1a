using DealBot.Templating.Conformance;

namespace DealBot.Templating.Tests;

/// <summary>Every sample below <c>Samples</c>, grouped by construct: what the template prints, or what is wrong with it.</summary>
public sealed class SampleTests
{
    private static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Samples");

    private static IEnumerable<TestCaseData> Samples() =>
        Sample.FindAll(Path.Combine(AppContext.BaseDirectory, "Samples")).Select(sample => new TestCaseData(sample).SetArgDisplayNames(sample.Name));

    [TestCaseSource(nameof(Samples))]
    public async Task Renders_as_expected(Sample sample) =>
        Assert.That(sample.Render(CancellationToken.None), Is.EqualTo(await sample.ReadExpectedAsync()));

    [Test]
    public async Task The_runner_passes_them_all()
    {
        using var output = new StringWriter();

        var code = await Conformance.Conformance.RunAsync([Folder], output, TextWriter.Null);

        Assert.That((code, output.ToString()), Is.EqualTo((0, $"{Sample.FindAll(Folder).Count} passed, 0 failed{Environment.NewLine}")));
    }
}
