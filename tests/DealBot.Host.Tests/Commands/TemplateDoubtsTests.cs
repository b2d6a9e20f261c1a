using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

public sealed class TemplateDoubtsTests
{
    [TestCase("一\n好 {% if a %}", "(2,3)")]
    [TestCase("｛｛ deal.title ｝｝", "(1,1)")]
    [TestCase("", "什么也没输出")]
    public void What_would_be_sent_as_it_stands_is_noted(string source, string said) => Assert.That(Doubts(source, source), Has.Some.Contains(said));

    [Test]
    public void A_file_that_is_not_utf8_is_noted() => Assert.That(Doubts([0xBA, 0xC3], "\uFFFD"), Has.Some.Contains("UTF-8"));

    [Test]
    public void What_does_not_come_out_is_not_noted() => Assert.That(Doubts("{{ # {% if %}\n}}好价", "好价"), Is.Empty);

    private static List<string> Doubts(string source, string rendered) => Doubts(System.Text.Encoding.UTF8.GetBytes(source), rendered);

    private static List<string> Doubts(byte[] source, string rendered)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "a.sbn-txt"), source);
        return [.. TemplateDoubts.Of(new TemplateLibrary(folder.Path), "a.sbn-txt", rendered, Language.Chinese).Select(line => line.Text)];
    }
}
