using DealBot.Core.Rendering;

namespace DealBot.Core.Tests.Rendering;

public sealed class TemplateLibraryTests
{
    private TempFolder _folder = null!;
    private TemplateLibrary _library = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TempFolder();
        Directory.CreateDirectory(_folder.File("templates/copy"));
        File.WriteAllText(_folder.File("templates/copy/a.sbn-txt"), "first");
        File.WriteAllText(_folder.File("secret.sbn-txt"), "secret");
        _library = new TemplateLibrary(_folder.File("templates"));
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Templates_are_named_relative_to_the_folder()
    {
        Assert.That(_library.Names, Is.EqualTo(new[] { "copy/a.sbn-txt" }));
        Assert.That(_library.Exists("copy/a.sbn-txt"), Is.True);
        Assert.That(_library.Exists("copy/b.sbn-txt"), Is.False);
    }

    [TestCase("../secret.sbn-txt")]
    [TestCase("copy/../../secret.sbn-txt")]
    [TestCase("..\\secret.sbn-txt")]
    [TestCase("/etc/passwd")]
    public void Nothing_outside_the_folder_can_be_reached(string name)
    {
        Assert.That(_library.Exists(name), Is.False);
        Assert.That(_library.Load(name), Is.Null);
        Assert.That(() => _library.Get(name), Throws.InstanceOf<TemplateFaultException>());
    }

    [Test]
    public void A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        File.CreateSymbolicLink(_folder.File("templates/copy/link.sbn-txt"), _folder.File("secret.sbn-txt"));

        Assert.That(_library.Load("copy/link.sbn-txt"), Is.Null);
    }

    [Test]
    public void A_template_is_parsed_once_and_again_after_an_edit()
    {
        var first = _library.Get("copy/a.sbn-txt");
        Assert.That(_library.Get("copy/a.sbn-txt"), Is.SameAs(first));

        File.WriteAllText(_folder.File("templates/copy/a.sbn-txt"), "edited text");

        Assert.That(_library.Get("copy/a.sbn-txt"), Is.Not.SameAs(first));
    }

    [Test]
    public void A_template_with_errors_is_a_fault_that_names_file_and_line()
    {
        File.WriteAllText(_folder.File("templates/copy/a.sbn-txt"), "line one\n{{ if }}");

        var fault = Assert.Throws<TemplateFaultException>(() => _library.Get("copy/a.sbn-txt"));

        Assert.That(fault!.Reason.Zh, Does.StartWith("copy/a.sbn-txt(2,"));
    }

    [Test]
    public void A_missing_folder_has_no_templates() => Assert.That(new TemplateLibrary(_folder.File("nowhere")).Names, Is.Empty);
}
