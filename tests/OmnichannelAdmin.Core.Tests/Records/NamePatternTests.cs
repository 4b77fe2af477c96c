using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Records;

public class NamePatternTests
{
    [Theory]
    [InlineData("Contoso*", "contoso web")]
    [InlineData("*web", "Contoso web")]
    [InlineData("C?ntoso", "Contoso")]
    [InlineData(@"A\B*", @"A\B test")]
    [InlineData("[a]*", "[a] b")]
    [InlineData("50 %_", "50 %_")]
    [InlineData("*🎈", "Привет 🎈")]
    public void A_pattern_matches(string pattern, string name) => Assert.True(new NamePattern(pattern).Matches(name));

    [Theory]
    [InlineData("Contoso", "Contoso web")]
    [InlineData("[ab]*", "a")]
    [InlineData("50_", "501")]
    [InlineData("*", null)]
    public void A_pattern_does_not_match(string pattern, string? name) =>
        Assert.False(new NamePattern(pattern).Matches(name));

    [Theory]
    [InlineData("Contoso*web", "Contoso")]
    [InlineData("*web", "")]
    [InlineData("Contoso", "Contoso")]
    public void The_prefix_ends_before_the_first_wildcard(string pattern, string prefix) =>
        Assert.Equal(prefix, new NamePattern(pattern).LiteralPrefix);
}
