namespace DealBot.Templating.Tests;

public sealed class TemplateFolderTests
{
    private string _place = null!;
    private TemplateFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _place = Directory.CreateTempSubdirectory("templating-").FullName;
        Write("templates/a.txt", "first");
        Write("templates/parts/b.txt", "part");
        Write("secret/s.txt", "secret");
        _folder = new TemplateFolder(At("templates"));
    }

    [TearDown]
    public void TearDown() => Directory.Delete(_place, recursive: true);

    [Test]
    public void Templates_are_named_relative_to_the_folder()
    {
        Assert.That(_folder.Names, Is.EqualTo(new[] { "a.txt", "parts/b.txt" }));
        Assert.That(_folder.Exists("parts/b.txt"), Is.True);
        Assert.That(_folder.Load("parts/b.txt")!.SourceName, Is.EqualTo("parts/b.txt"));
        Assert.That(_folder.Load("parts/c.txt"), Is.Null);
        Assert.That(_folder.Load("parts"), Is.Null);
        Assert.That(new TemplateFolder(At("nowhere")).Names, Is.Empty);
    }

    [TestCase("")]
    [TestCase("../secret/s.txt")]
    [TestCase("parts/../../secret/s.txt")]
    [TestCase("parts/../a.txt")]
    [TestCase("./a.txt")]
    [TestCase("..")]
    [TestCase("parts//b.txt")]
    [TestCase("/etc/passwd")]
    [TestCase("//host/share/a.txt")]
    [TestCase("..\\secret\\s.txt")]
    [TestCase("parts\\b.txt")]
    [TestCase("C:a.txt")]
    [TestCase("C:/a.txt")]
    [TestCase("a.txt:stream")]
    [TestCase("a.txt\0.png")]
    [TestCase("a.txt\n")]
    [TestCase("a.txt.")]
    [TestCase("a.txt ")]
    [TestCase("parts./b.txt")]
    [TestCase("a.txt/")]
    public void Names_that_are_no_plain_path_find_nothing(string name)
    {
        Assert.That(_folder.Exists(name), Is.False);
        Assert.That(_folder.Load(name), Is.Null);
    }

    [Test]
    public void A_name_of_any_length_is_bearable() => Assert.That(_folder.Load(string.Concat(Enumerable.Repeat("a/", 100_000)) + "b"), Is.Null);

    [Test]
    public void The_folder_itself_is_found_where_it_is_whatever_its_name_begins_with()
    {
        Write("templates-private/p.txt", "private");
        Directory.CreateSymbolicLink(At("templates/near"), At("templates-private"));

        Assert.That(_folder.Load("near/p.txt"), Is.Null);
    }

    [Test]
    public void No_link_leads_out_of_the_folder()
    {
        File.CreateSymbolicLink(At("templates/file.txt"), At("secret/s.txt"));
        File.CreateSymbolicLink(At("templates/relative.txt"), "../secret/s.txt");
        Directory.CreateSymbolicLink(At("templates/folder"), At("secret"));
        Directory.CreateSymbolicLink(At("templates/parts/up"), "../..");
        File.CreateSymbolicLink(At("templates/twice.txt"), "file.txt");

        Assert.Multiple(() =>
        {
            foreach (var name in new[] { "file.txt", "relative.txt", "folder/s.txt", "parts/up/secret/s.txt", "twice.txt" })
                Assert.That(_folder.Load(name), Is.Null, name);
            Assert.That(_folder.Names, Is.EqualTo(new[] { "a.txt", "parts/b.txt" }));
        });
    }

    [Test]
    public void Links_within_the_folder_are_followed()
    {
        File.CreateSymbolicLink(At("templates/link.txt"), At("templates/parts/b.txt"));
        Directory.CreateSymbolicLink(At("templates/dir"), "parts");
        Directory.CreateSymbolicLink(At("current"), "templates");

        Assert.That(Text(_folder, "link.txt"), Is.EqualTo("part"));
        Assert.That(Text(_folder, "dir/b.txt"), Is.EqualTo("part"));
        Assert.That(Text(new TemplateFolder(At("current")), "dir/b.txt"), Is.EqualTo("part"));
    }

    [Test]
    public void Links_in_circles_find_nothing()
    {
        File.CreateSymbolicLink(At("templates/x.txt"), "y.txt");
        File.CreateSymbolicLink(At("templates/y.txt"), "x.txt");
        Directory.CreateSymbolicLink(At("templates/parts/round"), "..");

        Assert.That(_folder.Load("x.txt"), Is.Null);
        Assert.That(_folder.Names, Is.EqualTo(new[] { "a.txt", "parts/b.txt" }));
    }

    [Test]
    public void Only_files_of_the_pattern_are_templates()
    {
        Write("templates/appsettings.json", "{}");
        var folder = new TemplateFolder(At("templates"), new TemplateFolderOptions { Pattern = "*.txt" });

        Assert.That(folder.Names, Is.EqualTo(new[] { "a.txt", "parts/b.txt" }));
        Assert.That(folder.Load("appsettings.json"), Is.Null);
    }

    [Test]
    public void A_file_may_be_as_large_as_the_limit_and_no_larger()
    {
        var folder = new TemplateFolder(At("templates"), new TemplateFolderOptions { LargestFile = 5 });
        Assert.That(Text(folder, "a.txt"), Is.EqualTo("first"));

        Write("templates/a.txt", "longer");

        Assert.That(() => folder.Load("a.txt"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("larger than 5 bytes"));
        Assert.That(Rendered.Error("{{ include 'a.txt' }}", new RenderOptions { Loader = folder }), Does.Contain("larger than 5 bytes"));
    }

    [Test]
    public void A_template_is_parsed_once_and_again_after_an_edit()
    {
        var first = _folder.Load("a.txt");
        Assert.That(_folder.Load("a.txt"), Is.SameAs(first));

        Write("templates/a.txt", "edited text");

        Assert.That(Text(_folder, "a.txt"), Is.EqualTo("edited text"));
        Assert.That(first!.Render([]), Is.EqualTo("first"));
        File.Delete(At("templates/a.txt"));
        Assert.That(_folder.Load("a.txt"), Is.Null);
    }

    [Test]
    public void A_link_that_names_another_file_is_a_change_too()
    {
        Write("templates/v1.txt", "one");
        Write("templates/v2.txt", "two");
        File.SetLastWriteTimeUtc(At("templates/v1.txt"), DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(At("templates/v2.txt"), DateTime.UnixEpoch);
        File.CreateSymbolicLink(At("templates/now.txt"), "v1.txt");
        Assert.That(Text(_folder, "now.txt"), Is.EqualTo("one"));

        File.Delete(At("templates/now.txt"));
        File.CreateSymbolicLink(At("templates/now.txt"), "v2.txt");

        Assert.That(Text(_folder, "now.txt"), Is.EqualTo("two"));
    }

    [Test]
    public void A_template_that_breaks_is_returned_with_its_errors()
    {
        _folder.Load("a.txt");

        Write("templates/a.txt", "{{ if }}");

        Assert.That(_folder.Load("a.txt")!.Messages, Is.Not.Empty);
    }

    [Test]
    public void A_template_that_breaks_is_reported_once_and_its_last_good_version_served_on()
    {
        var reported = new List<Template>();
        var folder = new TemplateFolder(At("templates"), new TemplateFolderOptions { Broken = reported.Add });
        folder.Load("a.txt");

        Write("templates/a.txt", "{{ if }}");

        Assert.That(Text(folder, "a.txt"), Is.EqualTo("first"));
        Assert.That(Text(folder, "a.txt"), Is.EqualTo("first"));
        Assert.That(reported.Select(template => template.Messages[0].Source), Is.EqualTo(new[] { "a.txt" }));
        Write("templates/a.txt", "mended now");
        Assert.That(Text(folder, "a.txt"), Is.EqualTo("mended now"));
    }

    [Test]
    public void A_template_that_never_parsed_has_no_version_to_serve()
    {
        Write("templates/a.txt", "{{ if }}");
        var folder = new TemplateFolder(At("templates"), new TemplateFolderOptions { Broken = _ => Assert.Fail("nothing good is lost") });

        Assert.That(folder.Load("a.txt")!.HasErrors, Is.True);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_pipe_in_the_folder_is_not_waited_for()
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", At("templates/pipe.txt"));
        made.WaitForExit();

        var loading = Task.Run(() => Text(_folder, "pipe.txt"));

        Assert.That(() => loading.IsCompleted, Is.True.After(delayInMilliseconds: 60_000, pollingInterval: 10));
        Assert.That(loading.Result, Is.Empty);
    }

    [Test]
    public void Each_rendering_is_wholly_old_or_wholly_new_while_files_are_replaced()
    {
        const int versions = 200;
        var page = Template.Parse("{{ for i in 1..20; include 'v.txt'; ' '; end }}", "page");
        var options = new RenderOptions { Loader = _folder };
        Replace("v.txt", "0");
        var done = 0;

        Parallel.Invoke(
            () =>
            {
                for (var i = 1; i <= versions; i++)
                    Replace("v.txt", string.Concat(Enumerable.Repeat($"{i}", 1 + (i % 7))));

                // As long as no other: what is written within one tick of the file system's clock is told apart by its length alone.
                Replace("v.txt", "the-last-of-them");
                Interlocked.Exchange(ref done, 1);
            },
            () =>
            {
                do
                    Assert.That(page.Render([], options).TrimEnd().Split(' ').Distinct().Count(), Is.EqualTo(1));
                while (Volatile.Read(ref done) == 0);
            });

        Assert.That(Text(_folder, "v.txt"), Is.EqualTo("the-last-of-them"));
    }

    private void Replace(string name, string text)
    {
        Write("next.txt", text);
        File.Move(At("next.txt"), At("templates/" + name), overwrite: true);
    }

    private static string Text(TemplateFolder folder, string name) => folder.Load(name)!.Render([]);

    private string At(string path) => Path.Combine(_place, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }
}
