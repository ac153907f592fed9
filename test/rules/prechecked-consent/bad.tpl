<form action="{$link->getPageLink('book')|escape:'html'}" method="post">
  <label><input type="checkbox" name="newsletter" value="1" {if !isset($smarty.post.newsletter)}checked="checked"{/if}> {l s='Send me the newsletter' mod='news'}</label>
  <label><input type="checkbox" name="optin" value="1" {$optin|default:'checked'}> {l s='Receive offers from our partners'}</label>
</form>
