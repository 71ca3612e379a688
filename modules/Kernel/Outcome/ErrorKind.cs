namespace Cryptocardium.Kernel;

/// <summary>One entry of the error catalogue, generated from the contract.</summary>
/// <param name="Code">What is wrong, in snake_case; stable for ever.</param>
/// <param name="Type">The family that the documentation ties to the status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">For people; <c>{param}</c> stands for the field's name.</param>
public sealed record ErrorKind(string Code, string Type, int Status, string Message);
