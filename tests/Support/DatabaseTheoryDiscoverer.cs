using Cryptocardium.Kernel.Data;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Cryptocardium.Tests;

/// <summary>Multiplies each row of data by the two engines; a theory without data is one row.</summary>
public sealed class DatabaseTheoryDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private const string SkipReason = $"No PostgreSQL server: set {TestDatabase.PostgresVariable}.";

    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        foreach (var row in Rows(testMethod))
        {
            foreach (var engine in Enum.GetValues<Engine>())
            {
                object[] arguments = [engine, .. row];
                var display = discoveryOptions.MethodDisplayOrDefault();
                var options = discoveryOptions.MethodDisplayOptionsOrDefault();
                yield return engine == Engine.Postgres && TestDatabase.PostgresServer is null
                    ? new XunitSkippedDataRowTestCase(diagnostics, display, options, testMethod, SkipReason, arguments)
                    : new XunitTestCase(diagnostics, display, options, testMethod, arguments);
            }
        }
    }

    private static IEnumerable<object[]> Rows(ITestMethod testMethod)
    {
        var attributes = testMethod.Method.GetCustomAttributes(typeof(DataAttribute)).Cast<ReflectionAttributeInfo>().ToArray();
        if (attributes.Length == 0)
        {
            return [[]];
        }

        var method = ((ReflectionMethodInfo)testMethod.Method).MethodInfo;
        return attributes.SelectMany(attribute => ((DataAttribute)attribute.Attribute).GetData(method));
    }
}
