using System.Net;
using System.Net.Http.Headers;
using DealBot.Adapters.Wire.Grpc;

namespace DealBot.Adapters.Tests.Wire.Grpc;

public sealed class GrpcAnswerTests
{
    private static readonly byte[] Frame = [0, 0, 0, 0, 2, 7, 7];

    [TestCase(true)]
    [TestCase(false)]
    public async Task Reads_the_status_behind_the_body_or_among_the_headers(bool behind)
    {
        using var response = Answer([], "5", "room%20%E7%BE%A4", behind);

        var answer = await GrpcAnswer.ReadAsync(response, CancellationToken.None);

        Assert.That(answer.Status, Is.EqualTo(new GrpcStatus(GrpcCode.NotFound, "room 群")));
    }

    [Test]
    public async Task Reads_the_message()
    {
        using var response = Answer(Frame, "0");

        var answer = await GrpcAnswer.ReadAsync(response, CancellationToken.None);

        Assert.That(answer.Status!.IsOk, Is.True);
        Assert.That(answer.Message.ToArray(), Is.EqualTo(new byte[] { 7, 7 }));
    }

    [Test]
    public async Task Success_without_a_message_or_with_two_is_no_answer()
    {
        foreach (var body in new[] { [], (byte[])[.. Frame, .. Frame] })
        {
            using var response = Answer(body, "0");
            Assert.That((await GrpcAnswer.ReadAsync(response, CancellationToken.None)).Status, Is.Null);
        }
    }

    [TestCase(null)]
    [TestCase("ok")]
    [TestCase("-1")]
    public async Task An_answer_without_a_status_is_none(string? status)
    {
        using var response = Answer(Frame, status);

        Assert.That((await GrpcAnswer.ReadAsync(response, CancellationToken.None)).Status, Is.Null);
    }

    /// <summary>Compressed, longer than what is read, cut within the message, cut within its length.</summary>
    [TestCase(new byte[] { 1, 0, 0, 0, 2, 7, 7 })]
    [TestCase(new byte[] { 0, 255, 255, 255, 255, 7, 7 })]
    [TestCase(new byte[] { 0, 0, 0, 0, 2, 7 })]
    [TestCase(new byte[] { 0, 0, 0 })]
    public void A_message_that_is_none_breaks_off(byte[] body)
    {
        using var response = Answer(body, "0");

        Assert.That(async () => await GrpcAnswer.ReadAsync(response, CancellationToken.None), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task A_page_of_the_network_in_between_is_no_answer()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html/>", MediaTypeHeaderValue.Parse("text/html")) };

        Assert.That((await GrpcAnswer.ReadAsync(response, CancellationToken.None)).Status, Is.Null);
    }

    private static HttpResponseMessage Answer(byte[] body, string? status, string? words = null, bool behind = true)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc+proto");
        var headers = behind ? response.TrailingHeaders : response.Headers;
        if (status is not null)
            headers.TryAddWithoutValidation("grpc-status", status);
        if (words is not null)
            headers.TryAddWithoutValidation("grpc-message", words);
        return response;
    }
}
