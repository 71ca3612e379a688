using System.Security.Authentication;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Host.Http.Wire;

// Sets the web server's limits so high that the edge answers first, and gives the remaining refusals of the web server a body.
internal sealed class KestrelEdge(
    IdSource ids, IRateLimiter limiter, TimeProvider clock, TimeLimits times, Addresses addresses, PublicUrl url)
    : IConfigureOptions<KestrelServerOptions>
{
    private const int HeaderBytesMax = 32 * 1_024;

    // Lines end with CRLF. A proxy that does not take a lone LF for the end of a line sees other headers, or another request, than this server.
    private const string RefuseLineFeeds = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    public void Configure(KestrelServerOptions options)
    {
        AppContext.SetSwitch(RefuseLineFeeds, true);
        options.AddServerHeader = false;
        options.Limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
        options.Limits.RequestHeadersTimeout = times.Headers;
        options.Limits.KeepAliveTimeout = times.Idle;
        options.Limits.MinResponseDataRate = times.Answer;

        // Off: an average rate lets a client that was fast at first stall for hours. TimedReader limits the time instead.
        options.Limits.MinRequestBodyDataRate = null;

        // Off: the edge counts while it reads. With a limit here, the web server would reset the connection before a client that is still
        // sending reads the response; without one, it drains the rest for a few seconds.
        options.Limits.MaxRequestBodySize = null;
        options.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls13);
        options.ConfigureEndpointDefaults(endpoint =>
        {
            // TLS comes first, so that the inspected bytes are plain text.
            if (addresses.IsHttps(endpoint.IPEndPoint))
            {
                endpoint.UseHttps();
            }

            endpoint.Use(Watch);
        });
    }

    private ConnectionDelegate Watch(ConnectionDelegate next) => connection =>
    {
        var input = new InspectedInput(connection.Transport.Input);
        var answer = new WireAnswer(ids, limiter, clock, url, connection.RemoteEndPoint);
        connection.Transport = new InspectedTransport(input, new InspectedOutput(connection.Transport.Output, input, answer));
        return next(connection);
    };
}
