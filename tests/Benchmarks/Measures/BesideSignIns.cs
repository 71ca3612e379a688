using System.Globalization;
using System.Text;
using Cryptocardium.Benchmarks.Load;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Scenarios.Hostile;

namespace Cryptocardium.Benchmarks.Measures;

// Latency of authorizations at a fixed rate, alone and beside clients that sign in as fast as they are answered. A password hash takes a core for
// a good part of a second, so the sign-ins wait for each other and must not make payments wait.
internal sealed class BesideSignIns : IMeasure
{
    private const int AtOnce = 16;
    private const double Goal = 3.0;

    public string Name => "sign-ins";

    public string Question => "The slowest of a hundred authorizations beside a burst of sign-ins, against those alone.";

    public async Task Run(Settings settings, Report report, Action<string> progress)
    {
        await using var product = await Product.Start(Engine.Sqlite);
        var purchase = product.Authorization();
        var client = new LoadClient(product.Server, (_, _) => purchase);
        await Beside.Run(
            this, (settings, report, progress), client, async stop => (await Task.WhenAll(
                Enumerable.Range(0, AtOnce).Select(caller => SignIn(product.Server, caller, stop)))).Sum(),
            ("authorizations", "sign-ins", $"{AtOnce} clients that sign in"), Goal);
    }

    // Each attempt has its own e-mail, because the throttle would end a burst on one.
    private static async Task<int> SignIn(Uri server, int caller, CancellationToken stop)
    {
        var attempts = 0;
        for (; !stop.IsCancellationRequested; attempts++)
        {
            var body = string.Create(
                CultureInfo.InvariantCulture, $$"""{"email":"nobody-{{caller}}-{{attempts}}@example.com","password":"{{TestAccount.Password}}"}""");
            await RawHttp.Exchange(server, Encoding.ASCII.GetBytes(
                $"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        }

        return attempts;
    }
}
