using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Commands;
using DealBot.Templating;

namespace DealBot.Host.Tests.Commands;

public sealed class TemplateFaultReportTests
{
    private TempFolder _folder = null!;
    private TemplateLibrary _library = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        _library = new TemplateLibrary(_folder.Path);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Every_fault_of_a_file_is_told_with_its_line()
    {
        Write("a.sbn-txt", "{{ 1 + }}\n好价 {{ if }}{{ end }}");

        var lines = Report(Language.Chinese, "a.sbn-txt");

        Assert.That(lines, Has.Count.EqualTo(6));
        Assert.That(lines[0], Does.StartWith("模板错误：a.sbn-txt(1,8) : error : "));
        Assert.That(lines[1..3], Is.EqualTo(new[] { "  1 | {{ 1 + }}", "    |        ^^" }));
        Assert.That(lines[3], Does.StartWith("模板错误：a.sbn-txt(2,10) : error : "));
        Assert.That(lines[4..], Is.EqualTo(new[] { "  2 | 好价 {{ if }}{{ end }}", "    |            ^^" }));
    }

    [Test]
    public void Fault_while_running_is_told_with_its_line()
    {
        Write("a.sbn-txt", "一\n{{ deal.coupon.amount }}");

        var lines = Report(Language.English, "a.sbn-txt");

        Assert.That(lines[0], Does.StartWith("template fault: a.sbn-txt(2,"));
        Assert.That(lines[1], Is.EqualTo("  2 | {{ deal.coupon.amount }}"));
    }

    [Test]
    public void Fault_of_an_included_file_is_shown_in_that_file_with_the_place_of_the_include()
    {
        Write("part.sbn-txt", "好\n{{ 1 + }}");
        Write("a.sbn-txt", "价 {{ include 'part.sbn-txt' }}");

        var lines = Report(Language.English, "a.sbn-txt");

        Assert.That(lines[0], Does.StartWith("template fault: part.sbn-txt(2,8) : error : "));
        Assert.That(lines[1..], Is.EqualTo(new[] { "  2 | {{ 1 + }}", "    |        ^^", "  included at a.sbn-txt(1,6)" }));
    }

    [Test]
    public void Fault_while_an_included_file_runs_is_shown_in_that_file()
    {
        Write("part.sbn-txt", "好\n{{ deal.coupon.amount }}");
        Write("a.sbn-txt", "价 {{ include 'part.sbn-txt' }}");

        Assert.That(Report(Language.Chinese, "a.sbn-txt")[0], Does.StartWith("模板错误：part.sbn-txt(2,"));
    }

    [Test]
    public void Fault_is_told_once()
    {
        Write("a.sbn-txt", "{{ 1 + }}");
        var report = new TemplateFaultReport(Language.Chinese, _library);
        var fault = FaultOf("a.sbn-txt");

        Assert.That(report.Lines(fault).ToList(), Has.Count.EqualTo(3));
        Assert.That(report.Lines(fault), Is.Empty);
    }

    [Test]
    public void Of_very_many_faults_the_first_twenty_are_told()
    {
        var messages = Enumerable.Range(1, 23).Select(line => new TemplateMessage("gone.sbn-txt", line, 1, "wrong")).ToList();

        var lines = new TemplateFaultReport(Language.English, _library).Lines(new TemplateFaultException(new Phrase("", "")) { Places = messages }).ToList();

        Assert.That(lines, Has.Count.EqualTo(21));
        Assert.That(lines[^1].Text, Is.EqualTo("  ... and 3 more"));
    }

    [Test]
    public void Missing_template_is_told_in_words() =>
        Assert.That(Report(Language.Chinese, "gone.sbn-txt"), Is.EqualTo(new[] { "找不到模板 gone.sbn-txt" }));

    private void Write(string name, string text) => File.WriteAllText(_folder.File(name), text);

    private List<string> Report(Language language, string name) =>
        [.. new TemplateFaultReport(language, _library).Lines(FaultOf(name)).Select(line => line.Text)];

    private TemplateFaultException FaultOf(string name) => Assert.Throws<TemplateFaultException>(() =>
        new TemplateRenderer(_library, TimeProvider.System).Render(name, new TemplateObject { ["deal"] = new TemplateObject() }, CancellationToken.None))!;
}
