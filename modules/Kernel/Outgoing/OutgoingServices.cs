using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Registers guarded HTTP clients.</summary>
public static class OutgoingServices
{
    private const int HeaderKilobytesMax = 16;
    private const int ConnectionsPerHostMax = 16;

    // A connection that lives longer would keep to an address that its name may have lost.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(1);

    /// <summary>Adds a client, as a keyed <see cref="OutgoingClient"/>.</summary>
    /// <param name="services">The host's services; their <see cref="ResolveHost"/> and <see cref="DialAddress"/> are used when there are any.</param>
    /// <param name="name">The key.</param>
    /// <param name="limits">What it allows.</param>
    public static IServiceCollection AddOutgoingClient(this IServiceCollection services, string name, OutgoingLimits limits)
    {
        services.TryAddSingleton<ResolveHost>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<DialAddress>(GuardedConnection.Dial);
        services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(new GuardedConnection(
                provider.GetRequiredService<ResolveHost>(), provider.GetRequiredService<DialAddress>(), limits.AllowLoopback)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // they write whole URLs, which may hold secrets
        return services.AddKeyedSingleton(name, (provider, _) => new OutgoingClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), limits, provider.GetRequiredService<TimeProvider>()));
    }

    private static SocketsHttpHandler Handler(GuardedConnection connection) => new()
    {
        ConnectCallback = connection.Open,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = HeaderKilobytesMax,
        MaxConnectionsPerServer = ConnectionsPerHostMax,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = ConnectionLifetime,
        ActivityHeadersPropagator = null,
    };
}
