using System.Net;
using System.Text.Json;
using DealBot.Adapters.Feishu;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Feishu;

public sealed class FeishuErrorTests
{
    [TestCase(0, typeof(SendResult.Sent), null)]
    [TestCase(9499, typeof(SendResult.Rejected), null)]
    [TestCase(19001, typeof(SendResult.Rejected), "Token")]
    [TestCase(19002, typeof(SendResult.Rejected), null)]
    [TestCase(19021, typeof(SendResult.Rejected), "Secret")]
    [TestCase(19022, typeof(SendResult.Blocked), null)]
    [TestCase(19024, typeof(SendResult.Rejected), "Keywords")]
    [TestCase(11232, typeof(SendResult.Throttled), null)]
    [TestCase(123456, typeof(SendResult.Rejected), null)]
    public async Task Decides_by_the_code_though_HTTP_says_200(int code, Type outcome, string? field)
    {
        await using var stage = await FeishuStage.SetAsync();
        stage.Simulator.Faults.AnswerWith(code);

        var result = await stage.SendAsync();

        Assert.That(result, Is.InstanceOf(outcome));
        Assert.That((result as SendResult.Rejected)?.Field, Is.EqualTo(field));
        if (Wording.ReasonOf(result) is { } reason)
        {
            Assert.That(reason.Zh, Does.Contain($"{code}"));
            Assert.That(reason.En, Does.Contain($"{code}"));
        }
    }

    [TestCase("""{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}""", 200, typeof(SendResult.Sent))]
    [TestCase("""{"code":0,"msg":"success"}""", 200, typeof(SendResult.Sent))]
    [TestCase("""{"Extra":null,"StatusCode":0,"StatusMessage":"success"}""", 200, typeof(SendResult.Sent))]
    [TestCase("""{"code":9499,"msg":"Bad Request","data":{}}""", 400, typeof(SendResult.Rejected))]
    [TestCase("""{"StatusCode":0,"code":19021}""", 200, typeof(SendResult.Rejected))]
    [TestCase("""{"StatusCode":0,"code":null}""", 200, null)]
    [TestCase("""{"StatusCode":0,"code":"bad"}""", 200, null)]
    [TestCase("""{"code":0}""", 502, null)]
    [TestCase("""{"code":502}""", 502, null)]
    [TestCase("{}", 200, null)]
    [TestCase("[]", 200, null)]
    public void Answers_of_all_ages_are_read_and_those_of_others_are_not(string json, int status, Type? outcome)
    {
        using var document = JsonDocument.Parse(json);

        Assert.That(FeishuErrors.Interpret(new PlatformAnswer((HttpStatusCode)status, document.RootElement.Clone()))?.GetType(), Is.EqualTo(outcome));
    }
}
