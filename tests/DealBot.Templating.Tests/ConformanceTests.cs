using Runner = DealBot.Templating.Conformance.Conformance;

namespace DealBot.Templating.Tests;

public sealed class ConformanceTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("conformance").FullName;

    [TearDown]
    public void DeleteFolder()
    {
        Directory.Delete(_folder, recursive: true);
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
    }

    [OneTimeTearDown]
    public void DisposeWriters()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Test]
    public async Task Pairs_in_any_folder_are_rendered_and_counted()
    {
        Write("a.txt", "{{ user.name }} {{ products.size }}");
        Write("a.out.txt", "John 7");
        Write("deep/er/b.txt", "{{ special_concat_strings 'x' c: 'z' }}|{{ special_concat_string_and_params 1 2 3 }}|{{ special_concat_params 4 }}");
        Write("deep/er/b.out.txt", "a: x, b: default_b, c: z|a: 1, v0: 2, v1: 3|v0: 4");
        Write("LICENSE.txt", "no template");
        Write("README.txt", "no template");

        Assert.That(await RunAsync(_folder), Is.EqualTo(0));
        Assert.That(_output.ToString().TrimEnd(), Is.EqualTo("2 passed, 0 failed"));
    }

    [Test]
    public async Task A_difference_is_shown_with_its_line_and_visible_whitespace()
    {
        Write("good.txt", "same");
        Write("good.out.txt", "same");
        Write("sub/bad.txt", "one\ntwo \t{{ 1 }}\nthree");
        Write("sub/bad.out.txt", "one\ntwo 1\nthree");

        Assert.That(await RunAsync(_folder), Is.EqualTo(1));
        Assert.That(_output.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            "FAILED sub/bad.txt\n  line 2\n  expected two·1␊\n  got      two·→1␊\n\n1 passed, 1 failed\n"));
    }

    [Test]
    public async Task Lines_too_few_or_too_many_are_a_difference()
    {
        Write("a.txt", "one");
        Write("a.out.txt", "one\n");

        Assert.That(await RunAsync(_folder), Is.EqualTo(1));
        Assert.That(_output.ToString(), Does.Contain("expected one␊").And.Contain("got      one"));
    }

    [Test]
    public async Task Faults_are_compared_too()
    {
        Write("parse.txt", "{{ 1 + }}\n{{ ! }}");
        Write("parse.out.txt",
            "text(1,8) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>\n"
            + "text(2,6) : error : Error while parsing unary expression: Expecting <expression> instead of `}}` in: <operator> <expression>");
        Write("run.txt", "{{ nothing 1 }}");
        Write("run.out.txt", "text(1,4) : error : The function `nothing` was not found");

        Assert.That(await RunAsync(_folder), Is.EqualTo(0), _output.ToString());
    }

    [Test]
    public async Task A_mark_of_the_encoding_is_no_part_of_the_text()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "名", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.WriteAllText(Path.Combine(_folder, "a.out.txt"), "名", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(await RunAsync(_folder), Is.EqualTo(0), _output.ToString());
    }

    [Test]
    public async Task A_template_without_expectation_fails_visibly()
    {
        Write("lonely.txt", "text");

        Assert.That(await RunAsync(_folder), Is.EqualTo(1));
        Assert.That(_output.ToString(), Does.Contain("FAILED lonely.txt").And.Contain("no .out.txt"));
    }

    [Test]
    public async Task Nothing_to_run_is_an_error()
    {
        Assert.That(await RunAsync(_folder), Is.EqualTo(2));
        Assert.That(await RunAsync(Path.Combine(_folder, "missing")), Is.EqualTo(2));
        Assert.That(await RunAsync(), Is.EqualTo(2));
        Assert.That(_errors.ToString(), Does.Contain("no NAME.txt").And.Contain("There is no folder").And.Contain("Usage"));
    }

    private Task<int> RunAsync(params string[] arguments) => Runner.RunAsync(arguments, _output, _errors);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
