using System.Text.Json;
using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation;

/// <summary>
/// Calls the API for the customers of a run. Some calls carry an Idempotency-Key, and some of those are repeated, which
/// must change nothing.
/// </summary>
internal sealed class Caller(TestHost host, Dice dice) : IDisposable
{
    private const int KeyPercent = 20;
    private const int RepeatPercent = 25;
    // A POST that changes nothing and ignores a key.
    private const string Unkeyed = "/quote";

    private const int TraceLength = 12;
    private const int TraceWidth = 320;

    // Sessions end after twelve idle hours and thirty days; a customer signs in well before.
    private static readonly TimeSpan Idle = TimeSpan.FromHours(10);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(28);

    private readonly Dictionary<Customer, Session> sessions = [];
    private readonly Queue<string> trace = [];
    private int keys;

    /// <summary>The most recent calls.</summary>
    public IEnumerable<string> Trace => trace;

    /// <summary>Opens an account.</summary>
    public async Task<Customer> SignUp()
    {
        var account = await host.SignUp();
        var customer = new Customer { Id = account.Id, Email = account.Email };
        sessions[customer] = new Session(account.Api, host.Clock.GetUtcNow());
        return customer;
    }

    public async Task<Answer> Get(Customer customer, string path)
    {
        var answer = await (await Api(customer)).Get(path);
        Remember($"GET {path} -> {answer}");
        Prediction.Ok.Fits(answer);
        return answer;
    }

    /// <summary>Posts and requires the response that the model predicts.</summary>
    public Task<Answer> Post(Customer customer, string path, object? body, Prediction prediction) =>
        Send(HttpMethod.Post, customer, path, body, prediction);

    /// <summary>Sends a request and requires the response that the model predicts.</summary>
    public async Task<Answer> Send(HttpMethod method, Customer customer, string path, object? body, Prediction prediction)
    {
        var key = dice.Chance(KeyPercent) && !path.EndsWith(Unkeyed, StringComparison.Ordinal) ? $"key-{++keys}" : null;
        var api = await Api(customer);
        var answer = await api.Send(method, path, body, key);
        Remember($"{method} {path} {body as string ?? (body is null ? "" : JsonSerializer.Serialize(body))} -> {answer}");
        prediction.Fits(answer);
        if (key is not null && dice.Chance(RepeatPercent))
        {
            await Repeat(same => api.Send(method, path, body, same), key, answer);
        }

        return answer;
    }

    public void Dispose()
    {
        foreach (var session in sessions.Values)
        {
            session.Api.Dispose();
        }
    }

    private static async Task Repeat(Func<string, Task<Answer>> send, string key, Answer first)
    {
        var again = await send(key);
        Assert.True(again.Status == first.Status && again.Code == first.Code, $"Repeated with its key: {first}, then {again}");
        Assert.True(again.Header("Idempotent-Replayed") is null || again.Body.AsSpan().SequenceEqual(first.Body), $"Another answer: {first}, then {again}");
        Assert.True((int)first.Status >= 300 || again.Header("Idempotent-Replayed") == "true", $"Done twice: {first}, then {again}");
    }

    private async Task<ApiClient> Api(Customer customer)
    {
        var now = host.Clock.GetUtcNow();
        var session = sessions[customer];
        if (now - session.UsedAt > Idle || now - session.OpenedAt > Lifetime)
        {
            var answer = await TestAccount.Created(host.Anonymous.Post(
                "/v1/sessions", new { email = customer.Email, password = TestAccount.Password }));
            session.Api.Dispose();
            sessions[customer] = session = new Session(new ApiClient(host.Server, answer["token"]), now);
        }

        session.UsedAt = now;
        return session.Api;
    }

    private void Remember(string call)
    {
        trace.Enqueue(call.Length > TraceWidth ? call[..TraceWidth] : call);
        if (trace.Count > TraceLength)
        {
            trace.Dequeue();
        }
    }

    private sealed class Session(ApiClient api, DateTimeOffset now)
    {
        public ApiClient Api => api;

        public DateTimeOffset OpenedAt { get; } = now;

        public DateTimeOffset UsedAt { get; set; } = now;
    }
}
