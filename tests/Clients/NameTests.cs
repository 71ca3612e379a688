using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>Names that generators turn into names of code.</summary>
public sealed class NameTests
{
    // NSwag makes a client class of the part before an underscore.
    [Fact]
    public void No_operation_id_has_an_underscore() =>
        Assert.All(ContractCheck.Document.Operations, operation => Assert.Matches("^[a-z][A-Za-z0-9]*$", operation.Id));
}
