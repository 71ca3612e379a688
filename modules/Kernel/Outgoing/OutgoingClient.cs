using System.Net;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>
/// Sends requests to hosts named by others: webhook endpoints, client metadata documents, nodes of chains. It connects to public addresses by
/// https only, follows no redirect, uses no proxy and no cookies, and limits time and bytes.
/// </summary>
public sealed class OutgoingClient
{
    private readonly HttpClient http;
    private readonly OutgoingLimits limits;
    private readonly TimeProvider clock;

    internal OutgoingClient(HttpClient http, OutgoingLimits limits, TimeProvider clock)
    {
        (this.http, this.limits, this.clock) = (http, limits, clock);
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>Sends a request.</summary>
    /// <param name="request">A request with an absolute URL. Its version is set here, because HTTP/3 would connect past the guard.</param>
    /// <param name="cancellationToken">Cancels the request. The total time limit does not throw; it is a result.</param>
    public async ValueTask<OutgoingAnswer> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsAllowed(request.RequestUri))
        {
            return new OutgoingAnswer { Failure = OutgoingFailure.UrlRefused };
        }

        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        var begun = clock.GetTimestamp();
        using var total = new CancellationTokenSource(limits.TotalTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var (body, isCut) = await Read(response, either.Token);
            return new OutgoingAnswer
            {
                Status = (int)response.StatusCode,
                MediaType = response.Content.Headers.ContentType?.MediaType,
                Body = body,
                IsCut = isCut,
                Elapsed = clock.GetElapsedTime(begun),
            };
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            // A connection that is closed by the time limit can fail with another exception.
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(total.IsCancellationRequested ? OutgoingFailure.TimedOut : Reason(exception), begun);
        }
    }

    private static OutgoingFailure Reason(Exception? exception) =>
        exception is null ? OutgoingFailure.ConnectionFailed
        : exception is OutgoingRefusedException refused ? refused.Failure
        : Reason(exception.InnerException);

    private OutgoingAnswer Failed(OutgoingFailure failure, long begun) =>
        new() { Failure = failure, Elapsed = clock.GetElapsedTime(begun) };

    private bool IsAllowed(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo.Length: 0 }
        && (url.Scheme == Uri.UriSchemeHttps || (limits.AllowLoopback && url.Scheme == Uri.UriSchemeHttp));

    // Reads one byte beyond the limit, to know whether the body is longer.
    private async ValueTask<(ReadOnlyMemory<byte> Body, bool IsCut)> Read(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[limits.BodyBytesMax + 1];
        var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var kept = Math.Min(count, limits.BodyBytesMax);
        return (buffer.AsMemory(0, kept), count > kept);
    }
}
