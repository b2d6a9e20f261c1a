using DealBot.Adapters.Preview;

namespace DealBot.Adapters.Tests.Preview;

public sealed class PreviewOptionsValidatorTests
{
    [Test]
    public void Passes_the_defaults() => Assert.That(PreviewOptionsValidator.Validate(new PreviewOptions()), Is.Empty);

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("a\0b")]
    public void Refuses_what_can_not_be_a_folder(string directory) =>
        Assert.That(PreviewOptionsValidator.Validate(new PreviewOptions { Directory = directory }).Single().Path, Is.EqualTo("Directory"));

    [Test]
    public void Refuses_a_file() =>
        Assert.That(PreviewOptionsValidator.Validate(new PreviewOptions { Directory = typeof(PreviewOptions).Assembly.Location }), Is.Not.Empty);
}
