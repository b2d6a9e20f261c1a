namespace DealBot.Templating.Tests;

public sealed class ErrorTests
{
    [TestCase("a\n  {{ 2 * }}", "test(2,10) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    [TestCase("{{ - }}", "test(1,6) : error : Error while parsing unary expression: Expecting <expression> instead of `}}` in: <operator> <expression>")]
    [TestCase("{{ 'a' | }}", "test(1,10) : error : Error while parsing pipe expression: Expecting <expression> instead of `}}` in: <expression> | <expression>")]
    [TestCase("{{ x = }}", "test(1,8) : error : Error while parsing assign expression: Expecting <expression> instead of `}}` in: <target_expression> = <value_expression>")]
    [TestCase("{{ 5 = 6 }}", "test(1,4) : error : Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>")]
    [TestCase("{{ (5) = 6 }}", "test(1,5) : error : Unsupported target expression for assignment.")]
    [TestCase("{{ if x = 1; end }}", "test(1,7) : error : Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>")]
    [TestCase("{{ [1, 2 }}", "test(1,10) : error : Unexpected token found `}}` while expecting `]`.")]
    [TestCase("{{ (1 }}", "test(1,7) : error : Invalid token `}}`. Expecting a closing `)`.")]
    [TestCase("{{ for 1 in x; end }}", "test(1,4) : error : Error while parsing for statement: Expecting a variable instead of `1` in: for <variable> in <expression> ... end")]
    [TestCase("{{ for x of y; end }}", "test(1,4) : error : Error while parsing for statement: Expecting 'in' word instead of `of` in: for <variable> in <expression> ... end")]
    [TestCase("{{ for.strange }}", "test(1,4) : error : The loop variable <for.strange> is not supported")]
    [TestCase("{{ if true }}text", "test(1,14) : error : Error while parsing if statement: The <end> statement was not found in: if <expression> ... end|else|else if")]
    [TestCase("{{ case 1; x; end }}", "test(1,12) : error : Unexpected statement/expression `x` in the body of a `case` statement. Only `when`/`else` are expected.")]
    [TestCase("{{ func f(a..., b); end }}", "test(1,17) : error : Cannot declare a normal parameter after an optional parameter.")]
    [TestCase("{{ wrap (f); end }}", "test(1,9) : error : Expecting a direct function instead of the expression `(f)/nested expression`")]
    [TestCase("{{ a.1 }}", "test(1,6) : error : Invalid token `Integer`. The dot operator is expected to be followed by a plain identifier\ntest(1,5) : error : Invalid token found `.`. Expecting <EOL>/end of line.")]
    [TestCase("{{ func f(a, b = shop.name); end }}", "test(1,14) : error : Expecting only a literal for an optional parameter value.")]
    [TestCase("{{ func f(a = 1 + 1); end }}", "test(1,11) : error : Expecting only a literal for an optional parameter value.")]
    [TestCase("{{ end }}", "test(1,4) : error : Unexpected `end`: no open statement that it could belong to.")]
    [TestCase("{{ ) }}", "test(1,4) : error : Unexpected token )")]
    [TestCase("a{{ b", "test(1,2) : error : The code block `{{` is not closed by `}}`.")]
    [TestCase("{%{ a", "test(1,1) : error : The escape block `{%{` is not closed by `}%}`.")]
    public void Parsing_names_the_place_and_the_fault(string template, string expected) => Assert.That(Rendered.Error(template), Is.EqualTo(expected));

    [TestCase("{{ 'a }}", "string not terminated")]
    [TestCase("{{ `a }}", "string not terminated")]
    [TestCase("{{ 'a\\q' }}", "Unexpected escape character `q`")]
    [TestCase("{{ '\\u12' }}", "Unexpected hex number `'` following `\\u`. Expecting `\\u0000` to `\\uffff`.")]
    [TestCase("{{ 1 & 2 }}", "Invalid token found `&`")]
    [TestCase("{{ 0x }}", "Invalid hex number, expecting at least a hex digit")]
    [TestCase("{{ $'a{}b' }}", "Expecting an expression")]
    [TestCase("{{ $'a{1\n}b' }}", "not closed on the same line")]
    public void Parsing_explains_bad_literals(string template, string expected) => Assert.That(Rendered.Error(template), Does.Contain(expected));

    [Test]
    public void All_faults_are_reported_at_once()
    {
        var template = Template.Parse("{{ 1 + }}\n{{ if 2 * ; end }}\n{{ [3 }}", "many");

        Assert.That(template.Messages.Select(message => message.Line), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [TestCase("\n{{ shop.name.x.y }}", "test(2,16) : error : Cannot get the member shop.name.x.y for a null object.")]
    [TestCase("{{ nobody[0] }}", "test(1,4) : error : Object `nobody` is null. Cannot access indexer: nobody[0]")]
    [TestCase("{{ nobody 1 }}", "test(1,4) : error : The function `nobody` was not found")]
    [TestCase("{{ price 1 }}", "test(1,4) : error : Invalid target function `12.50` (decimal)")]
    [TestCase("{{ 1 | price }}", "test(1,8) : error : Pipe expression destination `price` is not a valid function ")]
    [TestCase("{{ 'a' - 1 }}", "test(1,8) : error : Operator `-` is not supported on string objects")]
    [TestCase("{{ 'a' * 'b' }}", "test(1,4) : error : Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string")]
    [TestCase("{{ 1..'a' }}", "test(1,5) : error : Operator `..` is not supported on string objects")]
    [TestCase("{{ [1] + 2 }}", "test(1,10) : error : The operator `+` is not supported between array and int. Expecting an array for the right argument.")]
    [TestCase("{{ 2 / [1] }}", "test(1,4) : error : The operator `/` is not supported between int and array. Expecting an array for the left argument.")]
    [TestCase("{{ [1] * -1 }}", "test(1,10) : error : The operator `*` is not supported between array and int. Integer -1 cannot be negative when multiplying")]
    [TestCase("{{ [1] * [2] }}", "test(1,8) : error : The operator `*` is not supported between array and array. Expecting only one array for the left or right argument.")]
    [TestCase("{{ [1] - [2] }}", "test(1,8) : error : The operator `-` is not supported between array and array.")]
    [TestCase("{{ [1] % 0 }}", "test(1,10) : error : Cannot divide by 0")]
    [TestCase("{{ 1 // 0 }}", "test(1,6) : error : Attempted to divide by zero.")]
    [TestCase("{{ 1.5m % 0 }}", "test(1,9) : error : Attempted to divide by zero.")]
    [TestCase("{{ date.now + (timespan.from_days 9999999) }}", "test(1,13) : error : The result is no date or timespan that exists.")]
    [TestCase("{{ shop + 1 }}", "test(1,9) : error : Unsupported types `{name: \"Blue Door\", city: \"Hangzhou\"}/object` + `1/int` for binary operation")]
    [TestCase("{{ x = 1; readonly x; x = 2 }}", "test(1,23) : error : Cannot set value on the readonly variable `x`")]
    [TestCase("{{ o = {}; with o; x = 1; readonly x; end; o.x = 2 }}", "test(1,46) : error : Cannot set a value for the readonly member: o.x")]
    [TestCase("{{ for.index }}", "test(1,8) : error : Cannot get the member for.index for a null object.")]
    [TestCase("{{ break }}", "test(1,4) : error : The <break> statement can only be used inside for/while loops")]
    [TestCase("{{ continue }}", "test(1,4) : error : The <continue> statement can only be used inside for/while loops")]
    [TestCase("{{ for x in 5; end }}", "test(1,13) : error : Unexpected type `System.Int32` for iterator")]
    [TestCase("{{ string.upcase }}", "test(1,17) : error : Invalid number of arguments `0` passed to `string.upcase` while expecting `1` arguments")]
    [TestCase("{{ string.append text: 'a' 'b' }}", "test(1,28) : error : Cannot pass this argument after a named argument")]
    [TestCase("{{ string.append(text: 'a', 'b') }}", "test(1,29) : error : Cannot pass this argument after a named argument")]
    [TestCase("{{ func f; end; f 1 x: 2 3 }}", "test(1,26) : error : Cannot pass this argument after a named argument")]
    [TestCase("{{ func f(a); end; f 1 2 }}", "test(1,24) : error : Invalid number of arguments `2` passed to `f 1 2` while expecting `1` arguments")]
    [TestCase("{{ func f(a); end; f(b: 1, a: 2) }}", "test(1,20) : error : The parameter `b` of the function `f` was not found")]
    public void Running_names_the_place_and_the_fault(string template, string expected) => Assert.That(Rendered.Error(template), Is.EqualTo(expected));

    [Test]
    public void Messages_read_like_those_of_a_compiler()
    {
        var message = new TemplateMessage("copy/jd.sbn-txt", 3, 14, "what");

        Assert.That(message.ToString(), Is.EqualTo("copy/jd.sbn-txt(3,14) : error : what"));
    }
}
